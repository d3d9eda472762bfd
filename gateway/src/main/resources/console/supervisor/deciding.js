import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {command} from '../api.js';
import {announce, explained} from '../element.js';
import {name, t} from '../i18n/text.js';
import {refusal} from '../complaint/refusal.js';
import {View} from '../view.js';

const SOON = 300;

/**
 * A list of what waits for a decision. What was decided stays in its place as done until the list is loaded again: nothing else comes
 * under the hand that has just pressed. What was refused says why beside it.
 */
export class Deciding extends View {
  static properties = {refusals: {state: true}, decided: {state: true}, reasons: {state: true}, busy: {state: true}, asking: {state: true}};

  constructor() {
    super();
    this.refusals = {};
    this.decided = {};
    this.reasons = {};
  }

  /** The view follows what was decided by some moments. */
  get items() {
    return super.items.filter((each) => {
      const decided = this.decided[this.key(each)];
      return !decided || decided.answer === this.answer || each.complaint.version >= decided.version;
    });
  }

  /** The same matter, whatever else happens to its complaint. */
  key({complaint, approval}) {
    return `${complaint.id} ${approval.requestedAt}`;
  }

  async decide(item, step, body) {
    if (this.busy) {
      return;
    }
    const key = this.key(item);
    this.busy = key;
    this.refusals = {...this.refusals, [key]: undefined};
    try {
      const {version} = await command(item.complaint, step, body);
      this.decided = {...this.decided, [key]: {step, version, answer: this.answer}};
      this.reasons = {...this.reasons, [key]: undefined};
      this.asking = null;
      announce(t('commands.done', {command: name('command', step)}));
    } catch (problem) {
      this.refusals = {...this.refusals, [key]: problem};
      if (problem.body?.rule === 'STALE_VERSION') {
        this.#catchUp(key, problem.body.version);
      }
    } finally {
      this.busy = null;
    }
  }

  /** Loads until the list knows what somebody else did; says so when nothing is left to decide. */
  async #catchUp(key, version, attempts = 20) {
    await this.load();
    const item = this.items.find((each) => this.key(each) === key);
    if (!item) {
      announce(t('deciding.overtaken'));
    } else if (item.complaint.version < version && attempts > 0) {
      setTimeout(() => this.isConnected && this.#catchUp(key, version, attempts - 1), SOON);
    }
  }

  /** A decision that nobody takes without saying why. */
  reason(item, step, more = {}) {
    const key = this.key(item);
    return html`<form class="reason" data-testid="reason-form" @submit=${(event) => {
      event.preventDefault();
      this.decide(item, step, {...more, reason: this.reasons[key].trim()});
    }}><label><span>${t('field.reason')}</span><textarea name="reason" required maxlength="2000" data-testid="reason"
        .value=${this.reasons[key] ?? ''} @input=${(event) => {
          this.reasons = {...this.reasons, [key]: event.target.value};
        }}></textarea></label>
      <div class="row"><button class="primary" data-testid="reason-send" ?disabled=${this.busy}>${name('command', step)}</button>
        <button type="button" @click=${() => {
          this.asking = null;
        }}>${t('action.cancel')}</button></div></form>`;
  }

  /** What can be decided, or what was. */
  decision(item, ask) {
    const decided = this.decided[this.key(item)];
    return decided?.answer === this.answer
      ? html`<p class="note" data-testid="done">${t('commands.done', {command: name('command', decided.step)})}</p>`
      : html`${ask()}${this.#refusal(this.refusals[this.key(item)])}`;
  }

  #refusal(problem) {
    return problem ? html`<div class="error" role="alert" data-testid="refusal">${problem.status === 412 ? refusal(problem)
      : problem.status === 409 ? t('commands.refused', {explanation: problem.body.explanation ?? problem.message})
        : explained(problem, t)}</div>` : nothing;
  }

  /** The cards, and whether there are more than are shown. */
  cards(hook, card) {
    return html`<ul class="waiting" data-testid=${hook}>${repeat(this.items, (each) => this.key(each), card)}</ul>
      ${this.answer.next ? html`<p class="soft small" data-testid="more">${t('deciding.more')}</p>` : nothing}`;
  }
}

export const complaintHead = ({reference, title, customer, queue, product}) => html`<header>
  <a class="mono" href="#/complaints/${reference}" data-testid="to-complaint">${reference}</a><h2>${title}</h2></header>
  <p class="soft small lead">${[customer?.name, name('tier', customer?.tier), product, name('queue', queue)].filter(Boolean).join(' · ')}</p>`;
