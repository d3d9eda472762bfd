import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {ConsoleElement} from '../element.js';
import {name, t} from '../i18n/text.js';
import {skeleton} from '../parts.js';
import {MOST} from './selection.js';
import {boardRow, CLOCKS} from './view.js';

const ROW_HEIGHT = 66;
/** With what has no column there, as the style sheet says it. */
const ROW_HEIGHT_FOLDED = 86;
const folded = matchMedia('(max-width: 1120px)');
const MARGIN = 12;
const NEAR_THE_END = 30;
/** Those that are there on narrow screens too: a gap that spans more would make another one. */
const COLUMNS = 6;

/** A long list of which only what is seen is drawn. Asks for `more` near its end. */
class BoardList extends ConsoleElement {
  static properties = {model: {attribute: false}, revision: {}, selection: {attribute: false}, below: {attribute: false}, first: {state: true}, selected: {state: true}};

  constructor() {
    super();
    this.first = 0;
    this.hovered = false;
    this.below = nothing;
  }

  willUpdate(changed) {
    if (changed.has('model')) {
      this.first = 0;
      this.selected = null;
      this.#scroller?.scrollTo({top: 0});
    }
  }

  connectedCallback() {
    super.connectedCallback();
    this.listenTo(folded, 'change', () => {
      this.#scroll();
      this.requestUpdate();
    });
  }

  get #rowHeight() {
    return folded.matches ? ROW_HEIGHT_FOLDED : ROW_HEIGHT;
  }

  get #scroller() {
    return this.querySelector('.board-list');
  }

  /** May rows move now? Not under the pointer, and not when the reader is elsewhere in the list. */
  get isAtRest() {
    return !this.hovered && (this.#scroller?.scrollTop ?? 0) === 0;
  }

  toTop() {
    this.#scroller?.scrollTo({top: 0});
  }

  #hover(hovered) {
    this.hovered = hovered;
    if (!hovered) {
      this.dispatchEvent(new Event('left'));
    }
  }

  #scroll() {
    const list = this.#scroller;
    this.first = Math.max(0, Math.floor(list.scrollTop / this.#rowHeight) - MARGIN);
    this.#askForMore();
  }

  #askForMore() {
    const list = this.#scroller;
    if (this.model.next && list.scrollTop + list.clientHeight > list.scrollHeight - NEAR_THE_END * this.#rowHeight) {
      this.dispatchEvent(new Event('more'));
    }
  }

  updated() {
    if (this.model.entries) {
      this.#askForMore();
    }
  }

  /** Goes so many rows on, and puts the focus there. */
  async move(step) {
    const {entries} = this.model;
    if (!entries?.length) {
      return;
    }
    const from = entries.findIndex((entry) => entry.row.id === this.selected);
    const to = Math.min(entries.length - 1, Math.max(0, from < 0 && step > 0 ? 0 : from + step));
    this.selected = entries[to].row.id;
    this.#reveal(to);
    await this.updateComplete;
    this.querySelector('tr.row.selected a')?.focus({preventScroll: true});
  }

  /** The row that the keys have led to. */
  get current() {
    return this.model.entries?.find((each) => each.row.id === this.selected)?.row;
  }

  open() {
    if (this.current) {
      location.hash = `#/complaints/${this.current.reference}`;
    }
  }

  #pick(row) {
    this.dispatchEvent(new CustomEvent('picked', {detail: row}));
  }

  #all() {
    const rows = this.model.entries ?? [];
    return html`<input type="checkbox" data-testid="pick-all" aria-label=${t('bulk.all')} title=${t('bulk.all')}
      .checked=${rows.length > 0 && rows.slice(0, MOST).every(({row}) => this.selection.has(row.id))}
      @change=${() => this.dispatchEvent(new Event('picked-all'))}>`;
  }

  #reveal(index) {
    const list = this.#scroller;
    const head = list.querySelector('thead').offsetHeight;
    const top = index * this.#rowHeight;
    if (top < list.scrollTop) {
      list.scrollTop = top;
    } else if (top + this.#rowHeight + head > list.scrollTop + list.clientHeight) {
      list.scrollTop = top + this.#rowHeight + head - list.clientHeight;
    }
    this.#scroll();
  }

  #gap(rows) {
    return rows ? html`<tr class="gap" aria-hidden="true"><td colspan=${this.selection ? COLUMNS + 1 : COLUMNS} .style=${`height: ${rows * this.#rowHeight}px`}></td></tr>` : nothing;
  }

  #body() {
    const {entries, fresh} = this.model;
    if (entries === null) {
      return skeleton(8, 8);
    }
    const count = Math.ceil((this.#scroller?.clientHeight ?? 900) / this.#rowHeight) + 2 * MARGIN;
    const first = Math.max(0, Math.min(this.first, entries.length - count));
    const visible = entries.slice(first, first + count);
    return html`${this.#gap(first)}${repeat(visible, ({row}) => row.id, ({row}, index) =>
      boardRow(row, {index: first + index, selected: row.id === this.selected, fresh: fresh.has(row.id),
        picking: this.selection && {picked: this.selection.has(row.id), pick: () => this.#pick(row)}}))}${
      this.#gap(entries.length - first - visible.length)}`;
  }

  render() {
    return html`<div class="board-list card" role="region" aria-label=${t('board.list')} tabindex="0" @scroll=${this.#scroll}
        @pointerenter=${() => this.#hover(true)} @pointerleave=${() => this.#hover(false)}>
      <table aria-label=${t('board.list')} aria-rowcount=${(this.model.entries?.length ?? 0) + 1} aria-busy=${this.model.entries === null}
          data-testid="board">
        <colgroup>${this.selection ? html`<col class="pick">` : nothing}<col class="p"><col><col class="product wide"><col class="customer wide"><col class="owner">
          ${CLOCKS.map(() => html`<col class="c">`)}</colgroup>
        <thead><tr aria-rowindex="1">
          ${this.selection ? html`<td class="pick">${this.#all()}</td>` : nothing}
          <th scope="col">${t('board.priority')}</th><th scope="col">${t('board.complaint')}</th>
          <th scope="col" class="wide">${t('board.product')}</th><th scope="col" class="wide">${t('board.customer')}</th>
          <th scope="col">${t('board.owner')}</th>
          ${CLOCKS.map((clockName) => html`<th scope="col">${name('clockShort', clockName)}</th>`)}
        </tr></thead>
        <tbody>${this.#body()}</tbody>
      </table>
      ${this.below}
    </div>`;
  }
}
customElements.define('board-list', BoardList);
