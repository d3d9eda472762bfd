export default {
  'login.tagline': 'Complaints, taken seriously and followed through.',
  'login.user': 'User',
  'login.password': 'Password',
  'login.submit': 'Log in',
  'login.provider': 'Sign in with your organisation',
  'login.wrong': 'User or password is wrong. Both are written in credentials.json in the data folder.',
  'login.slow': 'Too many attempts. Wait {seconds} s, then try again.',

  'nav.board': 'Board',
  'nav.insight': 'Insight',
  'nav.document': 'Interfaces',
  'nav.admin': 'Admin',
  'nav.search': 'Reference or words',
  'nav.logout': 'Log out',
  'nav.language': 'Language',
  'nav.skip': 'To the content',
  'nav.unloaded': 'This screen could not be loaded. There may be a newer version of Amends.',

  'live.on': 'Live',
  'live.off': 'Reconnecting…',

  'problem.offline': 'The platform cannot be reached. Check your connection; this page tries again by itself.',
  'problem.unavailable': 'A service is away at the moment. Try again in a few seconds.',
  'problem.forbidden': 'This is not among your rights.',
  'problem.notFound': 'There is nothing here. Check the reference.',
  'problem.unexpected': 'That did not work: {detail}',

  'action.retry': 'Try again',
  'action.cancel': 'Cancel',
  'action.show': 'Show',
  'action.close': 'Close',

  'span.seconds': '{seconds} s',
  'span.minutes': '{minutes} min {seconds} s',
  'span.days': '{days} d {hours} h',
  'span.hours': '{hours} h {minutes} m',
};
