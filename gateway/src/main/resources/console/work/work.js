import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {get, put} from '../api.js';
import {ConsoleElement, announce, explained} from '../element.js';
import {name, t} from '../i18n/text.js';
import {isForPage} from '../keys.js';
import {listen} from '../live.js';
import {emptyState, problemState, priorityChip, reasons, skeleton} from '../parts.js';
import {style} from '../style.js';
import {desk} from './desk.js';
import {takeNext} from './next.js';

style(import.meta.resolve('./work.css'));

const AGAIN = 30_000;
const SOON = 300;
/** As long as the one that was given takes to open. */
const A_MOMENT = 1000;
const TICKING = ['running', 'warned', 'breached'];

/** The clock that is due first. */
const pressing = (row) => (row.clocks ?? []).filter((clock) => TICKING.includes(clock.state))
  .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt)).at(0);

/** What one has to do, in the order of his line, and how one comes to the next complaint. */
class Work extends ConsoleElement {
  static properties = {
    user: {}, rows: {state: true}, standing: {state: true}, problem: {state: true}, why: {state: true}, busy: {state: true}, selected: {state: true},
  };

  #soon;

  connectedCallback() {
    super.connectedCallback();
    const again = setInterval(() => this.#load(), AGAIN);
    this.whileShown(() => clearInterval(again));
    this.whileShown(listen({change: (row) => this.#concerns(row) && this.#loadSoon(), reload: () => this.#load()}));
    this.listenTo(document, 'keydown', (event) => this.#key(event));
  }

  updated(changed) {
    if (changed.has('user') && this.user) {
      this.#load();
    }
  }

  #concerns(row) {
    return row.owner === this.user || this.rows?.some((each) => each.id === row.id);
  }

  /** Several changes in a moment are loaded at once. */
  #loadSoon() {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.#load(), SOON);
  }

  #path(what) {
    return `/api/agents/${encodeURIComponent(this.user)}/${what}`;
  }

  async #load() {
    if (!this.user) {
      return;
    }
    try {
      const [agents, work] = await Promise.all([get('/api/agents', {id: this.user}), get(this.#path('work'))]);
      this.standing = agents.items?.find((each) => each.id === this.user) ?? null;
      this.rows = work.items ?? [];
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #change(presence) {
    try {
      await put(this.#path('presence'), {presence});
      announce(t('work.nowIs', {presence: name('presence', presence)}));
      // what the dispatcher knows follows a moment later
      this.standing = {...this.standing, pools: this.standing.pools.map((pool) => ({...pool, presence}))};
      this.#loadSoon();
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #next() {
    if (this.busy || !this.standing) {
      return;
    }
    this.busy = true;
    this.why = null;
    try {
      this.why = await takeNext(this.user);
    } catch (problem) {
      this.problem = problem;
    } finally {
      setTimeout(() => {
        this.busy = false;
      }, this.why || this.problem ? 0 : A_MOMENT);
    }
  }

  #key(event) {
    if (!isForPage(event)) {
      return;
    }
    const step = {j: 1, ArrowDown: 1, k: -1, ArrowUp: -1}[event.key];
    if (step) {
      event.preventDefault();
      this.#move(step);
    } else if (event.key === 'n' && !event.repeat) {
      event.preventDefault();
      this.#next();
    }
  }

  async #move(step) {
    const rows = this.rows ?? [];
    const at = rows.findIndex((row) => row.id === this.selected);
    this.selected = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + step))]?.id;
    await this.updateComplete;
    this.querySelector('tr.selected a')?.focus();
  }

  #row(row) {
    const clock = pressing(row);
    return html`<tr class=${row.id === this.selected ? 'selected' : ''} data-testid="work-row" data-reference=${row.reference}>
      <td>${priorityChip(row.priority)}</td>
      <td><a class="title" lang=${row.language ?? nothing} href="#/complaints/${row.reference}?from=work"
          @focus=${() => {
            this.selected = row.id;
          }}>${row.title}</a>
        <span class="small soft">${row.reference} · ${row.customer?.name ?? t('board.anonymous')} · ${reasons(row.priority)}</span></td>
      <td>${name('status', row.status)}</td><td>${name('queue', row.queue)}</td>
      <td class="clock-cell">${clock ? html`<sla-clock labelled .clock=${clock}></sla-clock>` : '–'}</td></tr>`;
  }

  #table() {
    return html`<div class="card scrolls"><table class="work" aria-label=${t('work.mine')} data-testid="work">
      <thead><tr><th scope="col">${t('board.priority')}</th><th scope="col">${t('board.complaint')}</th>
        <th scope="col">${t('complaint.status')}</th><th scope="col">${t('complaint.queue')}</th><th scope="col">${t('work.due')}</th></tr></thead>
      <tbody>${this.rows ? repeat(this.rows, (row) => row.id, (row) => this.#row(row)) : skeleton(4, 5)}</tbody></table></div>
      <p class="work-keys"><kbd>j</kbd> <kbd>k</kbd> ${t('work.keys.move')} <kbd>Enter</kbd> ${t('help.open')} <kbd>n</kbd> ${t('work.next')}</p>`;
  }

  render() {
    if (this.problem && !this.rows) {
      return problemState(this.problem, () => this.#load());
    }
    return html`<h1 class="sr-only">${t('nav.work')}</h1>
      ${this.standing ? desk(this.standing, {change: (presence) => this.#change(presence), next: () => this.#next(), busy: this.busy}) : nothing}
      ${this.standing === null ? html`<p class="note" data-testid="no-pool">${t('work.noPool', {user: this.user})}</p>` : nothing}
      ${this.why ? html`<p class="note" role="status" data-testid="why-nothing" data-why=${this.why}>${name('whyNothing', this.why)}</p>` : nothing}
      ${this.problem ? html`<p class="error" role="alert">${explained(this.problem, t)}</p>` : nothing}
      ${this.rows?.length === 0 ? emptyState(t('work.empty'), t(this.standing ? 'work.emptyHint' : 'work.emptyNoPool')) : this.#table()}`;
  }
}
customElements.define('amends-work', Work);
