import {html, nothing} from 'lit';
import {post} from '../api.js';
import {dateTime, name, number, t} from '../i18n/text.js';
import {who} from '../complaint/sentences.js';
import {emptyState} from '../parts.js';
import {explanation, hint, reason} from './reason.js';
import {Turns} from './turns.js';
import './correction.js';
import './raw.js';

const path = ({id}, what) => `/api/intake/quarantine/${encodeURIComponent(id)}/${what}`;

/** Tries to understand an input again; says why when that still fails. */
const retry = async (item) => {
  const answer = await post(path(item, 'retry'), {});
  return answer.status === 'released' ? undefined : t('quarantine.still', {detail: explanation(answer)});
};

/** Inputs that could not be understood: look, try again, or put away with a reason. */
class Quarantine extends Turns {
  static properties = {open: {state: true}, discarding: {state: true}, gone: {state: true}};

  constructor() {
    super();
    this.gone = new Set();
  }

  question() {
    return {path: '/api/intake/quarantine', query: {status: this.#status, limit: 200}};
  }

  /** The view follows what was done by some moments. */
  get items() {
    return this.#canBeTried ? super.items.filter((each) => !this.gone.has(each.id)) : super.items;
  }

  get #status() {
    return this.choice.status ?? 'quarantined';
  }

  get #lying() {
    return this.#status === 'quarantined';
  }

  /** A machine's mail that was set aside can be a person's all the same: then it becomes a contact. */
  get #canBeTried() {
    return this.#lying || this.#status === 'set-aside';
  }

  hint() {
    return t('quarantine.hint');
  }

  empty() {
    return this.#lying ? emptyState(t('quarantine.empty'), t('quarantine.emptyHint')) : emptyState(t('quarantine.none'), '');
  }

  #retry = async (item) => {
    const refusal = await retry(item);
    if (!refusal) {
      this.gone.add(item.id);
    }
    return refusal;
  };

  controls() {
    const states = ['quarantined', 'set-aside', 'released', 'discarded'].map((each) => [each, t(`quarantine.${each}`)]);
    return html`${this.choices('status', t('quarantine.show'), states, this.#status)}
      ${this.#lying ? this.turns(t('quarantine.retryAll'), this.items, this.#retry) : nothing}`;
  }

  async #discard(event, item) {
    event.preventDefault();
    const reason = new FormData(event.target).get('reason').trim();
    const discarded = await this.one(item, async () => {
      await post(path(item, 'discard'), {reason});
      this.gone.add(item.id);
    }, t('quarantine.discardedNow'));
    if (discarded) {
      this.discarding = null;
    }
  }

  #discarding(item) {
    return html`<form class="discard" data-testid="discard-form" @submit=${(event) => this.#discard(event, item)}>
      <label><span>${t('quarantine.why')}</span><input name="reason" required maxlength="500" data-testid="discard-reason"></label>
      <button class="primary" data-testid="discard-send">${t('quarantine.discard')}</button>
      <button type="button" @click=${() => {
        this.discarding = null;
      }}>${t('action.cancel')}</button></form>`;
  }

  #actions(item) {
    return html`<div class="actions"><button data-testid="look" aria-expanded=${this.open === item.id} @click=${() => {
        this.open = this.open === item.id ? null : item.id;
      }}>${t('quarantine.look')}</button>
      ${this.#canBeTried ? html`<button data-testid="retry" ?disabled=${this.turn} @click=${() => this.one(item, this.#retry,
        t('quarantine.releasedNow'))}>${t(this.#lying ? 'action.retry' : 'quarantine.take')}</button>` : nothing}
      ${this.#lying ? html`<button data-testid="discard" ?disabled=${this.turn} @click=${() => {
        this.discarding = item.id;
      }}>${t('quarantine.discard')}</button>` : nothing}</div>
      ${this.#lying && this.discarding === item.id ? this.#discarding(item) : nothing}${this.refusal(item)}`;
  }

  #correction(item) {
    return html`${item.edited ? html`<p class="soft small">${t('quarantine.editedBy', {by: who(item.edited.by), at: dateTime(item.edited.at)})}</p>` : nothing}
      ${this.#lying ? html`<amends-correction .item=${item.id} @corrected=${() => {
        this.gone.add(item.id);
        this.load();
      }}></amends-correction>` : nothing}`;
  }

  #overdue() {
    const {count, oldestSeconds, overdue} = this.answer.lying ?? {};
    return overdue ? html`<p class="error overdue" role="alert" data-testid="overdue">${t('quarantine.overdue',
      {count: number(count), hours: number(Math.floor(oldestSeconds / 3600))})}</p>` : nothing;
  }

  figures() {
    return html`${this.#overdue()}<ul class="inputs" data-testid="quarantine">${this.items.map((item) => html`<li class="card" data-testid="input" data-input=${item.id}>
        <div class="body"><h2>${reason(item)}</h2>${hint(item) ? html`<p>${hint(item)}</p>` : nothing}
          <p class="small"><span class="soft">${t('quarantine.told')}:</span> <span lang="en">${item.detail}</span></p>
          <p class="soft small">${dateTime(item.at)} · ${name('channel', item.channel)} · ${item.source}${item.mapping ? ` · ${item.mapping}` : ''}
            ${item.discardReason ? ` · ${t('quarantine.because', {reason: item.discardReason})}` : ''}</p>
          ${this.#actions(item)}
          ${this.open === item.id ? html`<amends-raw .item=${item.id}></amends-raw>${this.#correction(item)}` : nothing}</div></li>`)}</ul>
      ${this.answer.next ? html`<p class="soft small between">${t('quarantine.more')}</p>` : nothing}`;
  }
}
customElements.define('amends-quarantine', Quarantine);
