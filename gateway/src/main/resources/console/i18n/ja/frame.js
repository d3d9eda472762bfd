export default {
  'login.tagline': '苦情に誠実に向き合い、最後まで見届けます。',
  'login.user': 'ユーザー',
  'login.password': 'パスワード',
  'login.submit': 'ログイン',
  'login.provider': '組織のアカウントでログイン',
  'login.wrong': 'ユーザーまたはパスワードが違います。データフォルダーの credentials.json に書かれています。',
  'login.slow': '試行回数が多すぎます。{seconds} 秒後にもう一度お試しください。',

  'nav.board': 'ボード',
  'nav.insight': '分析',
  'nav.document': 'インターフェース',
  'nav.admin': '管理',
  'nav.search': '受付番号または語句',
  'nav.logout': 'ログアウト',
  'nav.language': '言語',
  'nav.skip': '本文へ',
  'nav.unloaded': 'この画面を読み込めませんでした。Amends の新しい版が出ている可能性があります。',

  'live.on': 'ライブ',
  'live.off': '再接続中…',

  'problem.offline': '接続できません。ネットワークを確認してください。自動的に再試行します。',
  'problem.unavailable': 'サービスが一時的に停止しています。数秒後にもう一度お試しください。',
  'problem.forbidden': 'この操作の権限がありません。',
  'problem.notFound': '見つかりません。受付番号を確認してください。',
  'problem.unexpected': '処理できませんでした：{detail}',

  'action.retry': '再試行',
  'action.cancel': 'やめる',
  'action.show': '表示',
  'action.close': '閉じる',

  'span.seconds': '{seconds}秒',
  'span.minutes': '{minutes}分{seconds}秒',
  'span.days': '{days}日{hours}時間',
  'span.hours': '{hours}時間{minutes}分',
};
