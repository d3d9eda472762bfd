import {html, nothing} from 'lit';
import {get, post} from './api.js';
import {ConsoleElement} from './element.js';
import {language, languages, list, setLanguage, t} from './i18n/text.js';
import {belongsTo, forget} from './kept.js';
import {isForPage} from './keys.js';
import {listen} from './live.js';
import {elsewhere, errorState, noSuchTab} from './parts.js';
import './board/board.js';

/** Those who keep the platform running. */
const RUNNING = ['SUPERVISOR', 'OPERATIONS', 'ADMINISTRATOR'];
/** Those who handle complaints. */
const HANDLING = ['AGENT', 'SUPERVISOR', 'OPERATIONS'];
/** Those who decide what others may not. */
const DECIDING = ['SUPERVISOR', 'OPERATIONS'];
/** The screens beside the board that the frame leads to. */
const SCREENS = ['work', 'supervisor', 'insight', 'operations', 'document', 'admin'];
/** Screens that are for some roles only; what an agent's own page is, is for everybody whom it concerns. */
const FOR = {work: HANDLING, supervisor: DECIDING, operations: RUNNING};
/** What is loaded when a screen is first opened. */
const PARTS = {
  complaints: [() => import('./complaint/complaint.js')],
  work: [() => import('./work/work.js')],
  supervisor: [() => import('./supervisor/supervisor.js')],
  insight: [() => import('./insight/insight.js')],
  operations: [() => import('./operations/operations.js')],
  document: [() => import('./document/document.js')],
  admin: [() => import('./admin/admin.js'), () => import('./policies/policies.js'), () => import('./templates/templates.js')],
  wall: [() => import('./board/wall.js')],
};
const REFERENCE = /^[0-9a-z]{4}-?[0-9a-z]{4}-?[0-9a-z]{4}-?[0-9a-z]$/i;

const notFor = (roles) => elsewhere(t('nav.notYours', {roles: list(roles.map((role) => t(`role.${role.toLowerCase()}`)))}));

/** The frame around all screens; the part after # says which one: `#/board/QUEUE?…`, `#/wall`, `#/complaints/ID`, `#/work`, `#/supervisor/…`, `#/insight/…`, `#/operations/…`, `#/document/…`, `#/admin/…`. */
class AmendsConsole extends ConsoleElement {
  static properties = {
    path: {state: true}, query: {state: true}, user: {state: true}, roles: {state: true}, limited: {state: true}, reach: {state: true}, live: {state: true}, text: {state: true}, toast: {state: true}, unloaded: {state: true},
  };

  constructor() {
    super();
    this.text = '';
    this.live = true;
    this.#take(this.#read());
  }

  connectedCallback() {
    super.connectedCallback();
    get('/api/session').then(({user, roles = [], reach = {}}) => {
      belongsTo(user);
      this.user = user;
      this.roles = roles;
      this.reach = reach;
      this.limited = Boolean(reach.brands?.length || reach.queues?.length);
    }, () => {});
    this.whileShown(listen({connection: (connected) => {
      this.live = connected;
    }}));
    this.listenTo(window, 'hashchange', () => this.#go());
    this.listenTo(document, 'announce', ({detail}) => this.#announce(detail));
    this.listenTo(document, 'keydown', (event) => this.#key(event));
    this.#go();
  }

  #read() {
    const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
    const [screen = 'board', ...rest] = path.split('/').filter(Boolean);
    return {path: [screen, ...rest.map(decodeURIComponent)], query};
  }

  #take({path, query}) {
    this.path = path;
    this.query = query;
    this.text = new URLSearchParams(query).get('text') ?? this.text;
  }

  async #go() {
    const read = this.#read();
    const {path} = read;
    try {
      // screens are loaded when they are first opened
      await Promise.all((PARTS[path[0]] ?? []).map((part) => part()));
      this.unloaded = false;
    } catch {
      this.unloaded = true;
    }
    this.#take(read);
    document.title = `${path[0] === 'complaints' ? path[1] : t(`nav.${SCREENS.includes(path[0]) ? path[0] : 'board'}`)} – Amends`;
  }

  #announce(text) {
    this.toast = text;
    clearTimeout(this.fading);
    this.fading = setTimeout(() => {
      this.toast = null;
    }, 4000);
  }

  #key(event) {
    if (event.key === '/' && isForPage(event)) {
      event.preventDefault();
      this.querySelector('.search input')?.select();
    }
  }

  #search(event) {
    event.preventDefault();
    const text = this.text.trim();
    if (REFERENCE.test(text)) {
      location.hash = `#/complaints/${text.toUpperCase()}`;
      this.text = '';
    } else if (this.path[0] !== 'board') {
      location.hash = '#/board';
    }
  }

  async #logOut() {
    forget();
    await post('/logout').catch(() => {});
    location.assign('/login');
  }

  #screen() {
    const [screen, ...rest] = this.path;
    if (this.unloaded) {
      return errorState(t('nav.unloaded'), () => location.reload());
    }
    if (FOR[screen] && rest[0] !== 'agent' && this.roles && !this.#is(...FOR[screen])) {
      return notFor(FOR[screen]);
    }
    switch (screen) {
      case 'complaints': return html`<amends-complaint .idOrReference=${rest[0]} .user=${this.user}
        .from=${new URLSearchParams(this.query).get('from') ?? ''}></amends-complaint>`;
      case 'work': return html`<amends-work .user=${this.user}></amends-work>`;
      case 'supervisor': return html`<amends-supervisor .view=${rest[0] ?? 'approvals'} .about=${rest[1]} .user=${this.user} .roles=${this.roles}></amends-supervisor>`;
      case 'insight': return !this.roles ? nothing : html`<amends-insight .view=${rest[0] ?? (this.limited ? 'satisfaction' : 'recurrence')} .about=${rest[1]} .query=${this.query} .user=${this.user}
        .roles=${this.roles} .reach=${this.reach}></amends-insight>`;
      case 'operations': return html`<amends-operations .view=${rest[0] ?? 'services'} .about=${rest[1]}></amends-operations>`;
      case 'admin': return this.#administration(rest);
      case 'document': return html`<amends-document .view=${rest[0] ?? 'http'}></amends-document>`;
      case 'wall': return html`<amends-wall></amends-wall>`;
      case 'board': return html`<amends-board .queue=${rest[0] ?? ''} .query=${this.query} .text=${this.text} .user=${this.user}
        .roles=${this.roles} .limited=${this.limited}
        @clear=${() => {
          this.text = '';
        }}></amends-board>`;
      default: return elsewhere(t('nav.noScreen'));
    }
  }

  #administration([view = this.#is('ADMINISTRATOR') ? 'users' : 'policies', about]) {
    return !this.roles ? nothing : view === 'policies' ? html`<amends-policies .chosen=${about} .roles=${this.roles}></amends-policies>`
      : view === 'templates' ? html`<amends-templates .chosen=${about} .roles=${this.roles}></amends-templates>`
      : ['users', 'keys'].includes(view) ? !this.#is('ADMINISTRATOR') ? notFor(['ADMINISTRATOR']) : html`<amends-admin .view=${view} .roles=${this.roles}></amends-admin>`
        : html`<h1 class="sr-only">${t('nav.admin')}</h1>${noSuchTab('admin', 'policies')}`;
  }

  #is(...roles) {
    return this.roles?.some((role) => roles.includes(role)) ?? false;
  }

  render() {
    const [screen] = this.path;
    const link = (to, key, active) => html`<a href="#/${to}" aria-current=${active ? 'page' : nothing}>${t(key)}</a>`;
    if (screen === 'wall') {
      return html`<main class="screen">${this.#screen()}</main>`;
    }
    return html`
      <header class="top">
        <button class="skip" @click=${() => this.querySelector('main').focus()}>${t('nav.skip')}</button>
        <a class="brand" href="#/board"><img src="/favicon.svg" alt="" width="26" height="26">Amends</a>
        <nav aria-label="Amends">
          ${link('board', 'nav.board', !SCREENS.includes(screen))}
          ${this.#is(...HANDLING) ? link('work', 'nav.work', screen === 'work') : nothing}
          ${this.#is(...DECIDING) ? link('supervisor', 'nav.supervisor', screen === 'supervisor') : nothing}
          ${link('insight', 'nav.insight', screen === 'insight')}
          ${this.#is(...RUNNING) ? link('operations', 'nav.operations', screen === 'operations') : nothing}
          ${link('document', 'nav.document', screen === 'document')}
          ${this.#is(...RUNNING) ? link('admin', 'nav.admin', screen === 'admin') : nothing}
        </nav>
        <form class="search" role="search" @submit=${this.#search}>
          <input type="search" autocomplete="off" spellcheck="false" data-testid="search" .value=${this.text}
            placeholder=${t('nav.search')} aria-label=${t('nav.search')}
            @input=${(event) => {
              this.text = event.target.value;
            }}
            @keydown=${(event) => event.key === 'Escape' && event.target.blur()}>
          ${this.text ? nothing : html`<kbd aria-hidden="true">/</kbd>`}
        </form>
        <div class="side">
          <span class="live ${this.live ? '' : 'off'}" role="status" data-testid="live">${t(this.live ? 'live.on' : 'live.off')}</span>
          <select aria-label=${t('nav.language')} data-testid="language"
            @change=${(event) => setLanguage(event.target.value)}>
            ${Object.entries(languages).map(([code, label]) =>
              html`<option value=${code} ?selected=${code === language()}>${label}</option>`)}
          </select>
          ${this.#is('AGENT') ? html`<a class="soft" href="#/supervisor/agent/${encodeURIComponent(this.user)}" title=${t('nav.mine')} data-testid="user">${this.user}</a>`
            : html`<span class="soft" data-testid="user">${this.user}</span>`}
          <button class="plain" data-testid="logout" @click=${this.#logOut}>${t('nav.logout')}</button>
        </div>
      </header>
      <main class="screen" tabindex="-1">${this.#screen()}</main>
      <div aria-live="polite">${this.toast ? html`<p class="toast" data-testid="toast">${this.toast}</p>` : nothing}</div>`;
  }
}
customElements.define('amends-console', AmendsConsole);
