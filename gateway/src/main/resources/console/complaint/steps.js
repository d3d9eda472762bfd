// The commands that people give, and what each asks for. A field's name is its place in the command's JSON.

const text = (field, more = {}) => ({field, kind: 'text', required: true, ...more});
const long = (field) => ({field, kind: 'long', required: true});
const choice = (field, family, values, more = {}) => ({field, kind: 'choice', family, values, required: true, ...more});
const yesNo = (field) => ({field, kind: 'yesNo'});

const DEMANDS = ['REPAIR', 'REPLACEMENT', 'REFUND', 'COMPENSATION', 'EXPLANATION', 'APOLOGY', 'IMPROVEMENT', 'OTHER'];
const CAUSES = ['PRODUCT_DEFECT', 'PROCESS', 'PEOPLE', 'USER_EXPERIENCE', 'EXPECTATION_SET_BY_MARKETING', 'MISUNDERSTANDING',
  'THIRD_PARTY', 'EXTERNAL'];
const isRemedy = (type) => (values) => (values['remedy.type'] ?? 'Material') === type;

/** In the order in which a complaint is handled. */
export const steps = {
  acknowledge: [],
  assign: [{field: 'agent', kind: 'agent', required: true}],
  reply: [{field: 'text', kind: 'letter', required: true}],
  clarify: [long('concern.words'), text('concern.product', {required: false, from: (c) => c.concern?.product ?? c.product}),
    choice('demand.kind', 'demandKind', DEMANDS), long('demand.words')],
  'make-promise': [text('what'), {field: 'due', kind: 'time', required: true}],
  'keep-promise': [{field: 'promise', kind: 'promise', required: true}],
  'renew-promise': [{field: 'promise', kind: 'promise', required: true}, {field: 'due', kind: 'time', required: true}, long('reason')],
  assess: [yesNo('assessment.justified'), yesNo('assessment.obliged'), yesNo('assessment.able'),
    choice('assessment.rootCause', 'rootCause', CAUSES), text('assessment.responsibleArea'), long('assessment.reasoning')],
  'propose-solution': [
    choice('remedy.type', 'remedyType', ['Material', 'Moral', 'ServiceImprovement']),
    choice('remedy.kind', 'remedyKind', ['REFUND', 'REPLACEMENT', 'REPAIR', 'DISCOUNT', 'VOUCHER'], {when: isRemedy('Material')}),
    {field: 'remedy.amount', kind: 'number', required: true, when: isRemedy('Material')},
    choice('remedy.currency', 'currency', ['JPY', 'USD', 'EUR', 'CNY'], {when: isRemedy('Material'), plain: true}),
    choice('remedy.kind', 'remedyKind', ['APOLOGY', 'LETTER', 'VISIT'], {when: isRemedy('Moral')}),
    text('remedy.area', {when: isRemedy('ServiceImprovement')}),
    long('explanation')],
  approve: [],
  'refuse-approval': [long('reason')],
  'accept-proposal': [],
  'decline-proposal': [long('reason')],
  'decline-demand': [long('reason')],
  'execute-remedy': [long('note')],
  'start-waiting': [choice('waitingFor', 'waitingFor', ['CUSTOMER', 'SUPPLIER', 'PARTS']), long('reason')],
  'end-waiting': [],
  'send-holding-response': [long('text')],
  resolve: [{field: 'onTheSpot', kind: 'check'}, choice('verification', 'verification', ['WITH_EVIDENCE', 'UNVERIFIED']),
    long('summary')],
  'hand-over': [{field: 'to', kind: 'colleague', required: false}, long('reason')],
  'merge-into': [{field: 'into', kind: 'duplicate', required: true}],
  'undo-merge': [long('reason')],
  reopen: [{field: 'reason', kind: 'fixed', value: 'AGENT_DECISION'}],
  close: [choice('reason', 'closing', ['EVERYTHING_POSSIBLE_DONE', 'WITHDRAWN', 'NOT_A_COMPLAINT', 'CONFIRMED', 'NO_ANSWER'])],
};

/** Steps that the procedure would take but that change nothing as the complaint stands. */
const pointless = {
  acknowledge: (c) => c.timeline?.some((entry) => entry.type === 'ComplaintAcknowledged'),
  'keep-promise': (c) => !c.promises?.some((promise) => promise.state === 'open'),
  'renew-promise': (c) => !c.promises?.some((promise) => promise.state === 'open'),
  'end-waiting': (c) => !c.waiting,
};

/** In the order of handling, those that make sense now. */
export const possibleSteps = (complaint) => Object.keys(steps)
  .filter((step) => complaint.allowed?.includes(step) && !pointless[step]?.(complaint));

/** What is usually done next, by status. */
const USUAL = {
  received: 'clarify', acknowledged: 'clarify', reopened: 'clarify', clarified: 'assess', assessed: 'propose-solution',
  declined: 'propose-solution', proposed: 'accept-proposal', accepted: 'execute-remedy', remedied: 'resolve',
};

export const usualNext = ({status, approval}) => approval?.state === 'waiting' ? 'approve' : USUAL[status];

export const fieldsOf = (command, values) => steps[command].filter((field) => field.when?.(values) ?? true);

/** `{'concern.words': …}` as the JSON of the command. */
export function bodyOf(command, values) {
  const body = {};
  for (const field of fieldsOf(command, values)) {
    const value = valueOf(field, values[field.field]);
    if (value === undefined) {
      continue;
    }
    const path = field.field.split('.');
    const last = path.pop();
    path.reduce((at, part) => at[part] ??= {}, body)[last] = value;
  }
  return body;
}

function valueOf(field, value) {
  switch (field.kind) {
    case 'fixed': return field.value;
    case 'check': return value === true;
    case 'yesNo': return value !== 'no';
    case 'number': return value === undefined || value === '' ? undefined : Number(value);
    case 'time': return value ? new Date(value).toISOString() : undefined;
    case 'choice': return field.values.includes(value) ? value : field.values[0];
    default: return value?.trim() || undefined;
  }
}
