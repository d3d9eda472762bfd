// Small things that several screens show.
import {html, nothing} from 'lit';
import {ConsoleElement, explained, mayPass} from './element.js';
import {dateTime, exactTime, list, name, number, span, t} from './i18n/text.js';

const LEVEL_SIGNS = {URGENT: '▲▲', HIGH: '▲', NORMAL: '●', LOW: '▽'};
const CLOCK_SIGNS = {running: '○', warned: '◐', breached: '!', paused: '‖', met: '✓', cancelled: '–'};

export const priorityChip = (priority) => priority
  ? html`<span class="priority ${priority.level}" data-testid="priority" data-level=${priority.level}>
      <span aria-hidden="true">${LEVEL_SIGNS[priority.level]}</span>${name('priority', priority.level)}</span>`
  : html`<span class="priority">–</span>`;

const COUNTED = /^(\d+) (contacts|complaints|customers|characters|broken promises)$/;
const WAITED = /^PT(?:(\d+)H)?(?:(\d+)M)?$/;

function term(text, factor) {
  const [, count, unit] = COUNTED.exec(text) ?? [];
  if (unit) {
    return t(`evidence.${unit}`, {count: number(Number(count))});
  }
  const [waited, hours = 0, minutes = 0] = WAITED.exec(text) ?? [];
  return waited ? span((hours * 60 + Number(minutes)) * 60_000) : factor === 'customer-tier' || factor === 'tier' ? name('tier', text) : text;
}

/** What speaks for a factor or a sign: the customer's words as they are, counts and times in the viewer's language. */
export const evidence = ({factor, sign, evidence: terms}) => list((terms ?? []).map((each) => term(each, factor ?? sign)));

/** “danger to people: けが, 火災 · customer tier: premium”, weightiest first. */
export const reasons = (priority) => [...priority?.factors ?? []]
  .sort((a, b) => b.points - a.points)
  .map((factor) => name('factor', factor.factor) + (factor.evidence?.length ? `: ${evidence(factor)}` : ''))
  .join(' · ');

export const skeleton = (rows, columns) => html`${Array.from({length: rows}, () => html`
  <tr aria-hidden="true">${Array.from({length: columns}, () => html`<td><span class="skeleton"></span></td>`)}</tr>`)}`;

export const emptyState = (title, hint) => html`
  <div class="empty" data-testid="empty"><strong>${title}</strong>${hint}</div>`;

export const errorState = (text, retry) => html`
  <div class="empty" role="alert" data-testid="error"><strong>${text}</strong>
    <button @click=${retry}>${t('action.retry')}</button></div>`;

/** What went wrong; trying again is offered where it may help. */
export const problemState = (problem, retry) => mayPass(problem) ? errorState(explained(problem, t), retry) : html`
  <div class="empty" role="alert" data-testid="error"><strong>${explained(problem, t)}</strong></div>`;

/** Where an address leads nowhere, or to what is not for this person: a way on. */
export const elsewhere = (text, to, label) => html`
  <div class="empty" role="alert" data-testid="error"><strong>${text}</strong><a class="button" data-testid="elsewhere" href=${to}>${label}</a></div>`;

/** A screen has no such part: the way to its first one. */
export const noSuchTab = (screen, first) => elsewhere(t('nav.noTab'), `#/${screen}/${first}`, t('nav.to', {screen: t(`${screen}.${first}`)}));

// one beat for all clocks on the page
const ticking = new Set();
setInterval(() => ticking.forEach((clock) => clock.requestUpdate()), 1000);

/** An SLA clock that is seen to run. `clock` as the board row has it. */
class SlaClock extends ConsoleElement {
  static properties = {clock: {attribute: false}, labelled: {type: Boolean}, zone: {}};

  connectedCallback() {
    super.connectedCallback();
    ticking.add(this);
    this.whileShown(() => ticking.delete(this));
  }

  /** The state as time has made it meanwhile; the service tells it too, a moment later. */
  get state() {
    const {state, warnAt, dueAt} = this.clock;
    if (state !== 'running' && state !== 'warned') {
      return state;
    }
    const now = Date.now();
    return now >= Date.parse(dueAt) ? 'breached' : now >= Date.parse(warnAt) ? 'warned' : 'running';
  }

  render() {
    if (!this.clock) {
      return nothing;
    }
    const {clock, dueAt, metAt, escalation} = this.clock;
    const state = this.state;
    const over = state === 'met' || state === 'cancelled' || state === 'paused';
    const late = state === 'met' && metAt && Date.parse(metAt) > Date.parse(dueAt);
    const text = name('clockState', late ? 'metLate' : state);
    return html`<span class="clock ${late ? 'late' : state}" data-testid="clock" data-clock=${clock} data-state=${state}
        title=${t('clock.due', {clock: name('clock', clock), due: this.zone ? exactTime(dueAt, this.zone) : dateTime(dueAt)})}>
      ${this.labelled ? html`<span class="state">${name('clock', clock)}</span>` : nothing}
      <span class="time"><span aria-hidden="true">${CLOCK_SIGNS[state]} </span>${
        over ? text : span(Date.parse(dueAt) - Date.now())}</span>
      ${over ? nothing : html`<span class="state">${text}</span>`}
      ${escalation && !over ? html`<span class="state escalated" data-testid="escalation"
        title=${t('clock.escalated', {percent: escalation})}>▲ ${escalation} %</span>` : nothing}
    </span>`;
  }
}
customElements.define('sla-clock', SlaClock);
