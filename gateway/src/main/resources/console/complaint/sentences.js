// What happened, as sentences: one per event type.
import {dateTime, list, money, name, t} from '../i18n/text.js';
import {evidence} from '../parts.js';

export function remedy(each) {
  switch (each.type) {
    case 'Material': return `${name('remedyKind', each.kind)} ${money(each.amount, each.currency)}`;
    case 'Moral': return name('remedyKind', each.kind);
    default: return `${name('remedyType', each.type)}: ${each.area}`;
  }
}

const yesNo = (value) => t(value ? 'commands.yes' : 'commands.no');

export const assessment = (a) => ({
  justified: yesNo(a.justified), obliged: yesNo(a.obliged), able: yesNo(a.able), cause: name('rootCause', a.rootCause),
  area: a.responsibleArea, reasoning: a.reasoning,
});

const clock = (e) => t(`event.${e.type}`, {clock: name('clock', e.clock), due: e.dueAt ? dateTime(e.dueAt) : ''});

const typology = (key, {temper, relation}) =>
  t(key, {types: list([name('temper', temper), name('relation', relation)].filter(Boolean))});

const sentences = {
  ComplaintReceived: (e) => t('event.ComplaintReceived', {channel: name('channel', e.contact.channel)}),
  ContactAppended: (e) => t(!e.otherWords ? 'event.ContactAppended' : e.otherWords.bySomebodyElse
    ? 'event.ContactAppended.somebodyElse' : 'event.ContactAppended.otherWords', {channel: name('channel', e.contact.channel)}),
  PriorityAssessed: ({priority}) => {
    const factors = priority.factors.map((factor) => `${name('factor', factor.factor)}${
      factor.evidence?.length ? ` (${evidence(factor)})` : ''}`).join(', ');
    return t(factors ? 'event.PriorityAssessed' : 'event.PriorityAssessed.plain',
      {level: name('priority', priority.level), score: priority.score, factors});
  },
  ComplaintQueued: (e) => t('event.ComplaintQueued', {queue: name('queue', e.queue), rule: name('rule', e.rule)}),
  ComplaintAssigned: (e) => t('event.ComplaintAssigned', e),
  ComplaintHandedOver: (e) => t(e.to ? 'event.ComplaintHandedOver' : 'event.ComplaintHandedOver.queue', e),
  ComplaintReoffered: (e) => t('event.ComplaintReoffered', {from: e.from, reason: name('reoffer', e.reason)}),
  CustomerSentRound: (e) => t('event.CustomerSentRound', {sign: name('circle', e.sign), handovers: e.handovers}),
  TypologyRecognised: (e) => typology('event.TypologyRecognised', e),
  CustomerSeparated: (e) => t('event.CustomerSeparated', {reason: e.reason}),
  CustomerRejoined: (e) => t('event.CustomerRejoined', {reason: e.reason}),
  TypologyCorrected: (e) => typology('event.TypologyCorrected', e),
  ReplySent: (e) => t('event.ReplySent', e),
  ComplaintClarified: (e) => t('event.ComplaintClarified',
    {concern: e.concern.words, kind: name('demandKind', e.demand.kind), demand: e.demand.words}),
  PromiseMade: (e) => t('event.PromiseMade', {what: e.what, due: dateTime(e.due)}),
  PromiseRenewed: (e) => t('event.PromiseRenewed', {reason: e.reason, due: dateTime(e.due)}),
  ComplaintAssessed: (e) => t('event.ComplaintAssessed', assessment(e.assessment)),
  DemandDeclined: (e) => t('event.DemandDeclined', e),
  SolutionProposed: (e) => t('event.SolutionProposed', {remedy: remedy(e.remedy), explanation: e.explanation}),
  ApprovalRequested: (e) => t('event.ApprovalRequested', {remedy: remedy(e.remedy),
    reasons: e.reasons.map((each) => name('approvalReason', each)).join(', ')}),
  ApprovalGranted: (e) => t(e.missing ? 'event.ApprovalGranted.more' : 'event.ApprovalGranted', e),
  ApprovalRefused: (e) => t('event.ApprovalRefused', e),
  SignOfBadServiceSeen: (e) => t('event.SignOfBadServiceSeen', {sign: name('sign', e.sign)}),
  QualityReviewed: (e) => t('event.QualityReviewed', {agent: e.agent,
    signs: e.answers.filter((each) => each.seen).map((each) => name('sign', each.sign)).join(', ') || '–'}),
  ReviewAppealed: (e) => t('event.ReviewAppealed', e),
  AppealDecided: (e) => t(e.reviewStands ? 'event.AppealDecided' : 'event.AppealDecided.withdrawn', e),
  ProposalDeclined: (e) => t('event.ProposalDeclined', e),
  RemedyExecuted: (e) => t('event.RemedyExecuted', {remedy: remedy(e.remedy), note: e.note}),
  ComplaintResolved: (e) => t(e.onTheSpot ? 'event.ComplaintResolved.spot' : 'event.ComplaintResolved',
    {verification: name('verification', e.verification), summary: e.summary}),
  FollowUpSent: (e) => t('event.FollowUpSent', e),
  FollowUpAnswered: ({answer}) => t('event.FollowUpAnswered', {
    solved: t(answer.solved ? 'event.FollowUpAnswered.yes' : 'event.FollowUpAnswered.no'),
    csat: answer.satisfaction ?? '–', ces: answer.effort ?? '–', nps: answer.recommendation ?? '–',
    comment: answer.comment ?? '',
  }),
  ComplaintReopened: (e) => t('event.ComplaintReopened', {reason: name('reopening', e.reason)}),
  ComplaintClosed: (e) => t('event.ComplaintClosed', {reason: name('closing', e.reason)}),
  WaitingStarted: (e) => t('event.WaitingStarted', {who: name('waitingFor', e.waitingFor), reason: e.reason}),
  WaitingEnded: (e) => t('event.WaitingEnded', {who: name('waitingFor', e.waitingFor)}),
  MergeRequested: (e) => t('event.MergeRequested', e),
  MergeRefused: (e) => t('event.MergeRefused', e),
  ComplaintMerged: (e) => t('event.ComplaintMerged', e),
  ComplaintUnmerged: (e) => t('event.ComplaintUnmerged', e),
  ContactPassedOn: (e) => t(e.otherWords ? 'event.ContactPassedOn.otherWords' : 'event.ContactPassedOn', {to: e.to, channel: name('channel', e.contact.channel)}),
  DuplicateTakenIn: (e) => t('event.DuplicateTakenIn', e),
  DuplicateReleased: (e) => t('event.DuplicateReleased', e),
  HoldingResponseSent: (e) => t('event.HoldingResponseSent', e),
  ClockPaused: clock, ClockResumed: clock, ClockRescheduled: clock, ClockEscalated: clock,
  ClockStarted: clock, ClockWarned: clock, ClockMet: clock, ClockBreached: clock, ClockCancelled: clock,
};

/** A type that this console does not know yet is shown by its name. */
export const sentence = (entry) => {
  const event = {type: entry.type, ...entry.event};
  return sentences[entry.type]?.(event) ?? t(`event.${entry.type}`);
};

export function who(actor) {
  const [kind, actorName] = typeof actor === 'string' ? actor.split(':') : [actor.kind, actor.name];
  switch (kind.toUpperCase()) {
    case 'AGENT': return actorName;
    case 'AUTOMATION': return t('actor.automation', {name: name('automation', actorName)});
    default: return t(`actor.${kind.toLowerCase()}`, {name: actorName});
  }
}

const MACHINERY = new Set(['ClockStarted', 'ClockMet', 'ClockCancelled', 'ClockWarned', 'ClockPaused', 'ClockResumed',
  'PriorityAssessed']);
export const isMachinery = (entry) => MACHINERY.has(entry.type);
