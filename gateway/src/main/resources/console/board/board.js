import {html, nothing} from 'lit';
import {get} from '../api.js';
import {ConsoleElement} from '../element.js';
import {number, t} from '../i18n/text.js';
import {isForPage} from '../keys.js';
import {listen} from '../live.js';
import {emptyState, problemState} from '../parts.js';
import {style} from '../style.js';
import './bulk.js';
import {address, go, read} from './filter.js';
import {chips, filterPanel, notice, sortChoice} from './filters.js';
import './forecast.js';
import './keys.js';
import './list.js';
import {BoardModel} from './model.js';
import './saved.js';
import {mayGiveToMany, selecting, Selection} from './selection.js';
import {found, queueTabs} from './view.js';

style(import.meta.resolve('./board.css'));

const SHOWN_WITHIN = 150;
const COUNTED_WITHIN = 1000;
const TYPING = 250;

/** Open complaints, changing in place while they are looked at. What is looked at stands in the address. */
class Board extends ConsoleElement {
  static properties = {
    queue: {}, query: {}, text: {}, user: {}, model: {state: true}, revision: {state: true}, counts: {state: true}, agents: {state: true},
    filtering: {state: true}, roles: {attribute: false}, limited: {attribute: false}, selection: {state: true},
  };

  constructor() {
    super();
    this.queue = '';
    this.query = '';
    this.text = '';
    this.counts = [];
    this.agents = [];
    this.revision = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.whileShown(listen({change: (row) => this.#changed(row), hidden: (id) => this.#hidden(id), reload: () => this.#begin(),
      connection: (connected) => connected && this.model?.problem && this.#begin()}));
    this.listenTo(document, 'keydown', (event) => this.#key(event));
    const counting = setInterval(() => this.stale && this.#count(), COUNTED_WITHIN);
    this.whileShown(() => clearInterval(counting));
    get('/api/agents').then(({items}) => {
      this.agents = (items ?? []).map((agent) => agent.id);
    }, () => {});
  }

  willUpdate(changed) {
    if (changed.has('queue') || changed.has('query') || (changed.has('text') && this.model === undefined)) {
      this.#begin();
    } else if (changed.has('text') && this.text !== this.model.filter.text) {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.#begin(), TYPING);
    }
  }

  get #fields() {
    return read(this.query);
  }

  #begin() {
    clearTimeout(this.typing);
    const model = new BoardModel({queue: this.queue, ...this.#fields, text: this.text.trim()}, () => this.#drawn(model));
    this.model = model;
    this.#count();
    model.load();
  }

  #drawn(model) {
    if (model === this.model) {
      model.entries?.forEach(({row}) => notice(row));
      // what came while the page was read
      this.#settle();
    }
  }

  async #count() {
    this.stale = false;
    this.counts = (await get('/api/queues').catch(() => ({}))).items ?? this.counts;
  }

  #changed(row) {
    notice(row);
    this.model.change(row);
    this.selection?.follow(row);
    this.#drawSoon();
  }

  #hidden(id) {
    this.model.hide(id);
    this.#drawSoon();
  }

  /** Many changes that come together are drawn once. */
  #drawSoon() {
    this.stale = true;
    this.drawing ??= setTimeout(() => {
      this.drawing = null;
      this.#settle();
    }, SHOWN_WITHIN);
  }

  /** Nothing moves under the reader's eyes: whoever is in the list is told and decides. */
  #settle() {
    if (this.model.waiting.length && (this.#list?.isAtRest ?? true)) {
      this.model.showWaiting();
    }
    this.revision++;
  }

  #showWaiting() {
    this.model.showWaiting();
    this.#list?.toTop();
    this.revision++;
  }

  get #list() {
    return this.querySelector('board-list');
  }

  #key(event) {
    if (!isForPage(event)) {
      return;
    }
    const action = this.#actions[event.key] ?? (/^[1-9]$/.test(event.key) ? () => this.#queueAt(Number(event.key) - 1) : null);
    if (action) {
      event.preventDefault();
      action();
    } else if (event.key === 'Enter' && !event.target.closest('a, button, summary')) {
      this.#list.open();
    }
  }

  #actions = {
    j: () => this.#list.move(1),
    k: () => this.#list.move(-1),
    ArrowDown: () => this.#list.move(1),
    ArrowUp: () => this.#list.move(-1),
    Home: () => this.#list.move(-Infinity),
    End: () => this.#list.move(Infinity),
    n: () => this.model.waiting.length && this.#showWaiting(),
    r: () => this.#begin(),
    f: () => {
      this.filtering = !this.filtering;
    },
    w: () => {
      location.hash = '#/wall';
    },
    x: () => mayGiveToMany(this) && this.#pick(this.#list.current),
    b: () => this.selection?.size && this.#giveToMany(),
    Escape: () => this.selection && this.#select(),
    '?': () => this.querySelector('board-keys').show(),
  };

  #queueAt(index) {
    const queue = ['', ...this.counts.map((each) => each.queue)][index];
    if (queue !== undefined) {
      go(queue, this.#fields);
    }
  }

  #select() {
    this.selection = this.selection ? null : new Selection();
  }

  #pick(row) {
    this.selection ??= new Selection();
    if (row) {
      this.selection.toggle(row);
    }
    this.revision++;
  }

  #pickAll() {
    this.selection.toggleAll(this.model.entries?.map(({row}) => row) ?? []);
    this.revision++;
  }

  #giveToMany() {
    this.querySelector('board-bulk').show(this.selection.rows);
  }

  get #matching() {
    const narrowed = this.text.trim() || Object.keys(this.#fields).some((field) => field !== 'sort');
    return this.model.entries && narrowed ? found(this.model) : nothing;
  }

  #bar(chosen) {
    const {waiting} = this.model;
    return html`<div class="board-bar">
      ${sortChoice(chosen)}
      <button aria-expanded=${Boolean(this.filtering)} data-testid="filter" @click=${this.#actions.f}>${t('filter.title')}</button>
      ${mayGiveToMany(this) ? selecting(this.selection, () => this.#select(), () => this.#giveToMany()) : nothing}
      ${chips(chosen)}
      ${this.#matching}
      <span role="status">${waiting.length ? html`<button class="new" data-testid="show-new" @click=${this.#showWaiting}>
        ${t('board.new', {n: number(waiting.length)})} – ${t('action.show')}</button>` : nothing}</span>
      <span class="end">
        <saved-views .user=${this.user} .address=${address(this.queue, {...this.#fields, text: this.text.trim()})}></saved-views>
        <a class="button" href="#/wall" data-testid="wall-link">${t('wall.title')}</a>
        <button @click=${this.#actions['?']} aria-label=${t('help.title')} title=${t('help.title')} data-testid="show-keys">?</button>
      </span>
    </div>`;
  }

  #table() {
    const {model} = this;
    if (model.problem && model.entries === null) {
      return html`<div class="board-list card">${problemState(model.problem, () => this.#begin())}</div>`;
    }
    return html`<board-list .model=${model} .revision=${this.revision} .selection=${this.selection ?? null}
      @picked=${({detail}) => this.#pick(detail)} @picked-all=${() => this.#pickAll()} @more=${() => model.load()}
      .below=${model.isComplete && model.entries.length === 0 ? this.#nothing() : nothing}
      @left=${() => model.waiting.length && this.#settle()}></board-list>`;
  }

  #clear() {
    this.dispatchEvent(new Event('clear'));
    go(this.queue, {});
  }

  #nothing() {
    return this.text.trim() || Object.keys(this.#fields).length
      ? emptyState(t('board.noMatch'), html`<button @click=${() => this.#clear()}>${t('filter.clear')}</button>`)
      : emptyState(t('board.empty'), t('board.emptyHint'));
  }

  render() {
    const chosen = {queue: this.queue, fields: this.#fields, agents: this.agents, user: this.user};
    return html`<h1 class="sr-only">${t('nav.board')}</h1>
      ${queueTabs(this.counts, this.queue, (queue) => go(queue, this.#fields))}
      ${this.#bar(chosen)}
      ${this.filtering ? filterPanel(chosen) : nothing}
      <board-forecast .queue=${this.queue}></board-forecast>
      ${this.#table()}
      <board-keys></board-keys>
      ${mayGiveToMany(this) ? html`<board-bulk @finished=${({detail}) => {
        this.selection = this.selection.only(detail);
      }}></board-bulk>` : nothing}`;
  }
}
customElements.define('amends-board', Board);
