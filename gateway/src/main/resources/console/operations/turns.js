import {html, nothing} from 'lit';
import {announce, explained} from '../element.js';
import {number, t} from '../i18n/text.js';
import {View} from '../view.js';

/** A list of things to be mended one by one or all in turn; long work shows how far it is and can be stopped. */
export class Turns extends View {
  static properties = {turn: {state: true}, refusals: {state: true}};

  constructor() {
    super();
    this.refusals = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.whileShown(() => {
      this.turn = null;
    });
  }

  /** Does one thing; what speaks against it is shown in its row. */
  async one(item, work, done) {
    const refusal = await work(item).catch((problem) => [409, 422].includes(problem.status) ? problem.message : explained(problem, t));
    this.refusals = {...this.refusals, [item.id]: refusal || undefined};
    if (!refusal && done) {
      announce(done);
    }
    if (!this.turn) {
      await this.load();
    }
    return !refusal;
  }

  /** Does the same to all that are shown, one after the other. */
  async all(items, work) {
    const turn = {done: 0, well: 0, of: items.length};
    this.turn = turn;
    for (const item of items) {
      if (this.turn !== turn) {
        this.load();
        return;
      }
      turn.well += await this.one(item, work) ? 1 : 0;
      turn.done++;
      this.requestUpdate();
    }
    this.turn = null;
    this.load();
    announce(t('turns.done', {well: number(turn.well), all: number(turn.of)}));
  }

  stop() {
    this.turn = null;
  }

  /** The button for all, or how far they are. */
  turns(label, items, work) {
    return this.turn ? html`<span class="turn" role="status" data-testid="turn">
        <progress max=${this.turn.of} value=${this.turn.done} aria-label=${label}></progress>
        ${t('turns.progress', {done: number(this.turn.done), all: number(this.turn.of)})}
        <button @click=${() => this.stop()}>${t('turns.stop')}</button></span>`
      : items.length > 1 ? html`<button data-testid="all" @click=${() => this.all(items, work)}>${label}</button>` : nothing;
  }

  refusal(item) {
    return this.refusals[item.id] ? html`<p class="error small" role="alert" data-testid="refusal">${this.refusals[item.id]}</p>` : nothing;
  }
}
