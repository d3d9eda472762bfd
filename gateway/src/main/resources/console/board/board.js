import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {get} from '../api.js';
import {ConsoleElement, explained} from '../element.js';
import {name, t} from '../i18n/text.js';
import {listen} from '../live.js';
import {emptyState, errorState, skeleton} from '../parts.js';
import {style} from '../style.js';
import {inOrder, isOpen, matches, replaced} from './rows.js';
import {boardRow, CLOCKS, queueTabs} from './view.js';

style('/console/board/board.css');

const PAGE = 100;
const ROW_HEIGHT = 66;
const MARGIN = 12;

/** Open complaints by queue, changing in place while they are looked at. */
class Board extends ConsoleElement {
  static properties = {
    queue: {}, text: {}, rows: {state: true}, next: {state: true}, waiting: {state: true}, counts: {state: true},
    problem: {state: true}, selected: {state: true}, first: {state: true}, fresh: {state: true},
  };

  constructor() {
    super();
    this.queue = '';
    this.text = '';
    this.rows = null;
    this.waiting = [];
    this.missed = [];
    this.counts = [];
    this.first = 0;
    this.fresh = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    this.whileShown(listen({change: (row) => this.#changed(row), reload: () => this.#load(),
      connection: (connected) => connected && this.problem && this.#load()}));
    this.listenTo(document, 'keydown', (event) => this.#key(event));
    const counting = setInterval(() => this.stale && this.#count(), 1000);
    this.whileShown(() => clearInterval(counting));
  }

  willUpdate(changed) {
    if (changed.has('queue')) {
      this.#load();
    }
    if (changed.has('text')) {
      this.first = 0;
    }
  }

  async #load() {
    this.rows = null;
    this.waiting = [];
    this.missed = [];
    this.problem = null;
    this.next = undefined;
    this.#count();
    await this.#more();
  }

  async #more() {
    const queue = this.queue;
    if (this.loading === queue && this.rows !== null) {
      return;
    }
    this.loading = queue;
    try {
      const page = await get('/api/board', {queue, cursor: this.next, limit: PAGE});
      if (queue === this.queue) {
        const known = new Set((this.rows ?? []).map((row) => row.id));
        this.rows = [...this.rows ?? [], ...page.items.filter((row) => !known.has(row.id))];
        this.next = page.next;
        this.missed.splice(0).forEach((row) => this.#changed(row));
      }
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.loading = null;
    }
  }

  async #count() {
    this.stale = false;
    this.counts = (await get('/api/queues').catch(() => ({items: this.counts}))).items;
  }

  #changed(row) {
    this.stale = true;
    if (this.rows === null) {
      this.missed.push(row);
      return;
    }
    if (this.queue && row.queue !== this.queue && !this.rows.some((each) => each.id === row.id)) {
      return;
    }
    const {rows, known} = replaced(this.rows, row);
    this.rows = rows;
    if (!known && isOpen(row)) {
      this.#arrived(row);
    }
  }

  /** Nothing moves under the reader's eyes: whoever has scrolled is told and decides. */
  #arrived(row) {
    const beyondLoaded = this.next && this.rows.length > 0 && inOrder(row, this.rows.at(-1)) > 0;
    if (beyondLoaded) {
      return;
    }
    this.waiting = [...this.waiting.filter((each) => each.id !== row.id), row];
    if (this.#scrolled === 0) {
      this.#showWaiting();
    }
  }

  #showWaiting() {
    const selected = this.#shown[this.selected]?.id;
    this.fresh = new Set(this.waiting.map((row) => row.id));
    this.rows = [...this.rows, ...this.waiting].sort(inOrder);
    this.waiting = [];
    if (selected) {
      this.selected = this.#shown.findIndex((row) => row.id === selected);
    }
    this.querySelector('.board-list')?.scrollTo({top: 0});
  }

  get #scrolled() {
    return this.querySelector('.board-list')?.scrollTop ?? 0;
  }

  get #shown() {
    const rows = this.rows ?? [];
    return this.text?.trim() ? rows.filter((row) => matches(row, this.text.trim())) : rows;
  }

  #scroll(event) {
    const list = event.target;
    this.first = Math.max(0, Math.floor(list.scrollTop / ROW_HEIGHT) - MARGIN);
    if (this.next && list.scrollTop + list.clientHeight > list.scrollHeight - 20 * ROW_HEIGHT) {
      this.#more();
    }
  }

  #key(event) {
    if (event.target.closest('input, textarea, select') || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const shown = this.#shown;
    if (event.key === 'j' || event.key === 'k') {
      const step = event.key === 'j' ? 1 : -1;
      this.selected = Math.min(shown.length - 1, Math.max(0, (this.selected ?? -1) + step));
      this.#reveal(this.selected);
    } else if (event.key === 'Enter' && shown[this.selected] && !event.target.closest('a, button')) {
      this.#open(shown[this.selected]);
    }
  }

  #reveal(index) {
    const list = this.querySelector('.board-list');
    const head = list.querySelector('thead').offsetHeight;
    const top = index * ROW_HEIGHT;
    if (top < list.scrollTop) {
      list.scrollTop = top;
    } else if (top + ROW_HEIGHT + head > list.scrollTop + list.clientHeight) {
      list.scrollTop = top + ROW_HEIGHT + head - list.clientHeight;
    }
  }

  #open(row) {
    location.hash = `#/complaints/${row.reference}`;
  }

  #row(row, index) {
    return boardRow(row, {index, selected: index === this.selected, fresh: this.fresh.has(row.id), open: () => this.#open(row)});
  }

  #gap(rows) {
    return html`<tr class="gap" aria-hidden="true"><td colspan="8" .style=${`height: ${rows * ROW_HEIGHT}px`}></td></tr>`;
  }

  #body(shown) {
    if (this.rows === null) {
      return skeleton(8, 8);
    }
    const count = Math.ceil((this.querySelector('.board-list')?.clientHeight ?? 900) / ROW_HEIGHT) + 2 * MARGIN;
    const first = Math.max(0, Math.min(this.first, shown.length - count));
    const visible = shown.slice(first, first + count);
    return html`${this.#gap(first)}${repeat(visible, (row) => row.id, (row, index) => this.#row(row, first + index))}${
      this.#gap(Math.max(0, shown.length - first - visible.length))}`;
  }

  render() {
    const shown = this.#shown;
    const filtered = this.rows !== null && shown.length !== this.rows.length;
    return html`${queueTabs(this.counts, this.queue)}
      <div class="board-bar">
        ${this.waiting.length ? html`<button class="new" data-testid="show-new" @click=${this.#showWaiting}>
          ${t('board.new', {n: this.waiting.length})} – ${t('action.show')}</button>` : nothing}
        ${filtered ? html`<span data-testid="filtered">${t('board.filtered', {n: shown.length, all: this.rows.length})}</span>` : nothing}
        <span class="keys" aria-hidden="true"><kbd>j</kbd> <kbd>k</kbd> <kbd>Enter</kbd> <kbd>/</kbd> ${t('board.keys')}</span>
      </div>
      <div class="board-list card" @scroll=${this.#scroll} tabindex="-1">
        ${this.problem ? errorState(explained(this.problem, t), () => this.#load()) : html`
        <table aria-label=${t('board.list')} aria-rowcount=${shown.length + 1} data-testid="board">
          <colgroup><col class="p"><col><col class="product"><col class="customer"><col class="owner">
            ${CLOCKS.map(() => html`<col class="c">`)}</colgroup>
          <thead><tr>
            <th scope="col">${t('board.priority')}</th><th scope="col">${t('board.complaint')}</th>
            <th scope="col">${t('board.product')}</th><th scope="col">${t('board.customer')}</th>
            <th scope="col">${t('board.owner')}</th>
            ${CLOCKS.map((clockName) => html`<th scope="col">${name('clockShort', clockName)}</th>`)}
          </tr></thead>
          <tbody>${this.#body(shown)}</tbody>
        </table>
        ${this.rows?.length === 0 ? emptyState(t('board.empty'), t('board.emptyHint')) : nothing}
        ${filtered && shown.length === 0 ? emptyState(t('board.noMatch', {text: this.text.trim()}), this.next
          ? html`<button @click=${this.#more}>${t('action.more')}</button>` : nothing) : nothing}`}
      </div>`;
  }
}
customElements.define('amends-board', Board);
