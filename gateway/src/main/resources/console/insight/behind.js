import {html, nothing} from 'lit';
import {get} from '../api.js';
import {ConsoleElement} from '../element.js';
import {dateTime, name, number, span, t} from '../i18n/text.js';
import {emptyState, problemState, priorityChip, skeleton} from '../parts.js';

const COLUMNS = ['reference', 'received', 'product', 'channel', 'queue', 'priority', 'standing', 'firstReply', 'resolution', 'satisfaction'];
const NUMBERS = ['firstReply', 'resolution', 'satisfaction'];
/** Where a figure's column has another name than the figure. */
const COLUMN = {onTheSpot: 'fcr', metLate: 'late', overdue: 'breached'};
const wait = (seconds) => seconds === undefined ? '–' : span(seconds * 1000);

/** The complaints behind one figure, newest first, page by page. */
class Behind extends ConsoleElement {
  static properties = {
    view: {}, about: {}, query: {}, items: {state: true}, next: {state: true}, complete: {state: true}, problem: {state: true}, loading: {state: true},
  };

  willUpdate(changed) {
    if (['view', 'about', 'query'].some((each) => changed.has(each))) {
      this.items = [];
      this.next = undefined;
      this.#load();
    }
  }

  get #path() {
    return this.view === 'recurrence'
      ? `/api/analytics/recurrence/${encodeURIComponent(this.about)}/complaints` : `/api/analytics/${this.view}/complaints`;
  }

  get #figure() {
    return Object.fromEntries(new URLSearchParams(this.query));
  }

  async #load() {
    const asked = this.#path + this.query;
    this.loading = true;
    try {
      const {title: _, ...query} = this.#figure;
      const page = await get(this.#path, {...query, cursor: this.next});
      if (asked === this.#path + this.query) {
        this.items = [...this.items, ...page.items];
        this.next = page.next;
        this.complete = page.complete;
        this.problem = null;
      }
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.loading = false;
    }
  }

  /** “Promised times: First reply, met late, Safety” */
  #title() {
    const {title, clock, outcome, figure, by, value, brand} = this.#figure;
    const counted = outcome ?? figure;
    const group = !by || by === 'overall' ? null : by === 'priority' ? name('priority', value.toUpperCase()) : ['channel', 'queue'].includes(by) ? name(by, value) : value;
    return [title, clock && name('clock', clock), counted && t(`${this.view}.${COLUMN[counted] ?? counted}`), group, brand]
      .filter(Boolean).join(', ');
  }

  #cell(each, column) {
    switch (column) {
      case 'reference': return html`<a class="mono" href="#/complaints/${each.reference}" data-testid="behind-complaint">${each.reference}</a>`;
      case 'received': return dateTime(each.receivedAt) || '–';
      case 'product': return each.product ?? '–';
      case 'channel': return each.channel ? name('channel', each.channel) : '–';
      case 'queue': return each.queue ? name('queue', each.queue) : '–';
      case 'priority': return priorityChip(each.priority && {level: each.priority});
      case 'standing': return each.standing ? name('standing', each.standing) : '–';
      case 'firstReply': return wait(each.firstReplySeconds);
      case 'resolution': return wait(each.resolutionSeconds);
      default: return number(each.satisfaction);
    }
  }

  #table() {
    const number = (column) => NUMBERS.includes(column) ? 'number' : '';
    return html`<div class="card scrolls" tabindex="0" role="region" aria-label=${t('behind.title')}><table data-testid="behind">
      <thead><tr>${COLUMNS.map((each) => html`<th scope="col" class=${number(each)}>${t(`behind.${each}`)}</th>`)}</tr></thead>
      <tbody>${this.items.map((each) => html`<tr>${COLUMNS.map((column) =>
        html`<td class=${number(column)}>${this.#cell(each, column)}</td>`)}</tr>`)}
        ${this.loading ? skeleton(3, COLUMNS.length) : nothing}</tbody></table></div>
      ${this.next && !this.loading ? html`<p class="more"><button data-testid="behind-more" @click=${() => this.#load()}>${t('behind.more')}</button></p>` : nothing}`;
  }

  render() {
    return html`<div class="view-head"><p><a href="#/insight/${this.view}" data-testid="behind-back">← ${t(`insight.${this.view}`)}</a></p></div>
      <h2 class="behind-title" data-testid="behind-title">${t('behind.title')}${this.#title() ? `: ${this.#title()}` : ''}</h2>
      ${this.complete === false && this.items.length ? html`<p class="note" data-testid="behind-partial">${t('behind.partial')}</p>` : nothing}
      ${this.problem ? problemState(this.problem, () => this.#load())
        : this.items.length === 0 && !this.loading ? emptyState(t('behind.empty'), t('behind.emptyHint')) : this.#table()}`;
  }
}
customElements.define('amends-behind', Behind);
