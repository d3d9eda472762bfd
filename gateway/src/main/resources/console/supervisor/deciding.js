import {html, nothing} from 'lit';
import {command} from '../api.js';
import {announce, explained} from '../element.js';
import {name, t} from '../i18n/text.js';
import {View} from '../view.js';

/** A list of what waits for a decision; what was decided leaves it at once, what was refused says why beside it. */
export class Deciding extends View {
  static properties = {refusals: {state: true}, gone: {state: true}, busy: {state: true}, asking: {state: true}};

  constructor() {
    super();
    this.refusals = {};
    this.gone = new Set();
  }

  /** The view follows what was decided by some moments. */
  get items() {
    return super.items.filter((each) => !this.gone.has(this.key(each)));
  }

  /** The same matter may wait again later, at another version. */
  key({complaint}) {
    return `${complaint.id}@${complaint.version}`;
  }

  async decide(item, step, body) {
    const key = this.key(item);
    this.busy = key;
    this.refusals = {...this.refusals, [key]: undefined};
    try {
      await command(item.complaint, step, body);
      this.gone = new Set([...this.gone, key]);
      this.asking = null;
      announce(t('commands.done', {command: name('command', step)}));
    } catch (problem) {
      this.refusals = {...this.refusals, [key]: problem.body?.rule === 'STALE_VERSION' ? t('commands.stale')
        : problem.status === 409 ? t('commands.refused', {explanation: problem.body.explanation ?? problem.message}) : explained(problem, t)};
      if (problem.body?.rule === 'STALE_VERSION') {
        this.load();
      }
    } finally {
      this.busy = null;
    }
  }

  /** A decision that nobody takes without saying why. */
  reason(item, step, more = {}) {
    return html`<form class="reason" data-testid="reason-form" @submit=${(event) => {
      event.preventDefault();
      this.decide(item, step, {...more, reason: new FormData(event.target).get('reason').trim()});
    }}><label><span>${t('field.reason')}</span><textarea name="reason" required maxlength="2000" data-testid="reason"></textarea></label>
      <div class="row"><button class="primary" data-testid="reason-send" ?disabled=${this.busy}>${name('command', step)}</button>
        <button type="button" @click=${() => {
          this.asking = null;
        }}>${t('action.cancel')}</button></div></form>`;
  }

  refusal(item) {
    const text = this.refusals[this.key(item)];
    return text ? html`<p class="error" role="alert" data-testid="refusal">${text}</p>` : nothing;
  }
}

export const complaintHead = ({reference, title, customer, queue, product}) => html`<header>
  <a class="mono" href="#/complaints/${reference}" data-testid="to-complaint">${reference}</a><h2>${title}</h2></header>
  <p class="soft small lead">${[customer?.name, name('tier', customer?.tier), product, name('queue', queue)].filter(Boolean).join(' · ')}</p>`;
