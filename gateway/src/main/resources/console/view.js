import {html, nothing} from 'lit';
import {get} from './api.js';
import {ConsoleElement} from './element.js';
import {dateTime, t} from './i18n/text.js';
import {emptyState, problemState} from './parts.js';

/**
 * A question to a service: loads what it answers, again every half minute, and shows loading, empty and error states.
 * A view says its `question()` ({path, query}), a `hint()`, its `empty()` state, and draws its `figures()` from `items`.
 */
export class View extends ConsoleElement {
  static properties = {answer: {state: true}, problem: {state: true}, choice: {state: true}};

  constructor() {
    super();
    this.choice = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
    const again = setInterval(() => this.load(), 30_000);
    this.whileShown(() => clearInterval(again));
  }

  choose(more) {
    this.choice = {...this.choice, ...more};
    this.answer = null;
    this.load();
  }

  /** What is asked for; others may add to the question. */
  ask() {
    return this.question();
  }

  async load() {
    const {path, query} = this.ask();
    try {
      const answer = await get(path, query);
      if (JSON.stringify({path, query}) === JSON.stringify(this.ask())) {
        this.answer = answer;
        this.problem = null;
      }
    } catch (problem) {
      this.problem = problem;
    }
  }

  get items() {
    return this.answer?.items ?? [];
  }

  get isEmpty() {
    return this.items.length === 0;
  }

  empty() {
    return emptyState(t('insight.empty'), t('insight.emptyHint'));
  }

  choices(key, label, pairs, chosen) {
    return html`<label><span>${label}</span><select data-testid="choose-${key}"
      @change=${(event) => this.choose({[key]: event.target.value})}>
      ${pairs.map(([code, text]) => html`<option value=${code} ?selected=${code === chosen}>${text}</option>`)}</select></label>`;
  }

  render() {
    const asOf = this.answer?.asOf;
    return html`<div class="view-head"><p>${this.hint()}${asOf
        ? html` <span class="small">${t('insight.asOf', {time: dateTime(asOf)})}</span>` : nothing}</p>${this.controls?.() ?? nothing}</div>
      ${this.problem && !this.answer ? problemState(this.problem, () => this.load())
        : !this.answer ? html`<div class="card"><div class="body"><span class="skeleton"></span></div></div>`
          : this.isEmpty ? this.empty() : this.figures()}`;
  }
}
