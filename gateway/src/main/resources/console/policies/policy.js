import {html, nothing} from 'lit';
import {get} from '../api.js';
import {ConsoleElement} from '../element.js';
import {dateTime, name, t, words} from '../i18n/text.js';
import {Kept} from '../kept.js';
import {problemState} from '../parts.js';
import {who} from '../complaint/sentences.js';
import {difference} from './difference.js';
import {form, placeOf} from './form.js';
import {changed, pointerOf} from './shape.js';
import './activation.js';
import './changes.js';
import './raw.js';
import './recomputing.js';
import './trial.js';
import './versions.js';

const VIEWS = ['form', 'json', 'versions'];
const MOST = 20;
/** What somebody has begun to change ({base, body}) stays while he looks at other screens. */
const begun = new Kept('candidates', MOST);
const may = (roles, ...which) => roles?.some((role) => which.includes(role)) ?? false;
export const movesClocks = (policy) => policy === 'sla' || policy.startsWith('calendar.');

/** One policy: as it is in force, and a candidate for its next version. Tells `published` when that is in force. Other versioned configuration says its own `base`, `heading`, `about`, `drawn` and `tried`. */
export class Policy extends ConsoleElement {
  static properties = {
    name: {}, roles: {attribute: false}, policy: {state: true}, begun: {state: true}, view: {state: true}, problem: {state: true},
    errors: {state: true},
  };

  constructor() {
    super();
    this.view = 'form';
    this.errors = [];
  }

  willUpdate(change) {
    if (change.has('name')) {
      this.policy = null;
      this.view = 'form';
      this.errors = [];
      this.begun = begun.get(this.address);
      this.load();
    }
  }

  /** Where all of this kind are. */
  get base() {
    return '/api/policies';
  }

  get address() {
    return `${this.base}/${encodeURIComponent(this.name)}`;
  }

  get heading() {
    return name('policyName', this.name);
  }

  get clocks() {
    return movesClocks(this.name);
  }

  async load() {
    const wanted = this.name;
    this.problem = null;
    try {
      const policy = await get(this.address);
      if (wanted === this.name) {
        this.policy = policy;
      }
    } catch (problem) {
      this.problem = problem;
    }
  }

  get candidate() {
    return this.begun?.body;
  }

  /** @param base the version that it is compared with, and may replace */
  #take(body, base = this.begun.base) {
    this.#keep({base, body});
    this.errors = [];
  }

  #keep(candidate) {
    this.begun = candidate;
    candidate ? begun.set(this.address, candidate) : begun.delete(this.address);
  }

  #discard() {
    this.#keep(undefined);
    this.errors = [];
  }

  async #published() {
    this.#discard();
    this.dispatchEvent(new CustomEvent('published', {bubbles: true}));
    await this.load();
  }

  get #changes() {
    return this.candidate ? difference(this.policy.body, this.candidate) : [];
  }

  #touched() {
    const pointers = this.candidate ? touchedPointers(this.policy.body, this.candidate) : new Set();
    return (pointer) => pointers.has(pointer);
  }

  #body() {
    if (this.view === 'versions') {
      return html`<amends-versions .address=${this.address} .policy=${this.policy} .editable=${may(this.roles, 'SUPERVISOR', 'OPERATIONS', 'ADMINISTRATOR')}
        @candidate=${({detail}) => {
          this.#take(detail, this.policy.version);
          this.view = 'form';
        }}></amends-versions>`;
    }
    const body = this.candidate ?? this.policy.body;
    const edit = this.candidate ? (path, value) => this.#take(changed(this.candidate, path, value)) : undefined;
    return this.view === 'json'
      ? html`<amends-policy-raw .body=${body} .editable=${Boolean(edit)} @candidate=${({detail}) => this.#take(detail)}></amends-policy-raw>`
      : this.drawn(body, {edit, errors: this.errors, touched: this.#touched()});
  }

  /** The form of `body`, to be changed by `edit` if there is one. */
  drawn(body, how) {
    return form(body, how);
  }

  /** What a candidate would do, before it is in force. */
  tried(refused) {
    return this.clocks && may(this.roles, 'SUPERVISOR', 'OPERATIONS', 'ADMINISTRATOR')
      ? html`<amends-trial .name=${this.name} .candidate=${this.candidate} @refused=${refused}></amends-trial>` : nothing;
  }

  /** What stands below the form, whether there is a candidate or not. */
  shown() {
    return nothing;
  }

  #faults() {
    return this.errors.length ? html`<div class="error" role="alert" data-testid="policy-errors"><p>${t('policies.notFollowed')}</p>
      <ul>${this.errors.map(({pointer, detail}) => html`<li class="small">${pointer
        ? html`<strong>${placeOf(pointer, this.candidate ?? this.policy.body)}</strong>: ` : nothing}${detail}</li>`)}</ul></div>` : nothing;
  }

  #next(changes) {
    const refused = ({detail}) => {
      this.errors = detail;
    };
    return html`<section class="card" data-testid="candidate"><header><h3>${t('policies.changes', {count: changes.length})}</h3></header>
      <div class="body"><amends-changes .changes=${changes}></amends-changes></div></section>
      ${this.tried(refused)}
      <amends-activation .address=${this.address} .policy=${this.policy} .candidate=${this.candidate} .base=${this.begun.base} .allowed=${may(this.roles, 'OPERATIONS', 'ADMINISTRATOR')}
        .clocks=${this.clocks} @refused=${refused} @published=${(event) => {
          event.stopPropagation();
          this.#published();
        }} @overtaken=${() => this.load()} @compared=${() => this.#take(this.candidate, this.policy.version)}></amends-activation>`;
  }

  #buttons() {
    if (!may(this.roles, 'SUPERVISOR', 'OPERATIONS', 'ADMINISTRATOR')) {
      return html`<p class="soft small" data-testid="policy-reading">${t('policies.reading')}</p>`;
    }
    return this.candidate ? html`<button data-testid="policy-discard" @click=${() => this.#discard()}>${t('policies.discard')}</button>`
      : html`<button class="primary" data-testid="policy-edit" @click=${() => {
        this.#take(this.policy.body, this.policy.version);
        this.view = this.view === 'versions' ? 'form' : this.view;
      }}>${t('policies.edit')}</button>`;
  }

  about() {
    const [kind] = this.name.split('.');
    const text = name('policyHint', kind);
    return text === words(kind) ? nothing : html`<p class="soft about">${text}</p>`;
  }

  render() {
    if (this.problem) {
      return problemState(this.problem, () => this.load());
    }
    if (!this.policy) {
      return html`<div class="card"><div class="body"><span class="skeleton"></span></div></div>`;
    }
    const {version, publishedAt, publishedBy} = this.policy;
    const changes = this.#changes;
    return html`<div class="policy-head"><div><h2 data-testid="policy-title">${this.heading}</h2>
        <p class="soft small" data-testid="policy-since">${t('policies.inForce', {version, who: who(publishedBy)})}${
          Date.parse(publishedAt) ? ` ${t('policies.since', {time: dateTime(publishedAt)})}` : ''}</p></div>${this.#buttons()}</div>
      ${this.about()}
      <div class="tabs" role="group" aria-label=${t('policies.show')}>${VIEWS.map((view) => html`<button aria-pressed=${view === this.view}
        data-testid="show-${view}" @click=${() => {
          this.view = view;
        }}>${t(`policies.${view}`)}</button>`)}</div>
      ${this.candidate ? html`<p class="note" data-testid="policy-note"><span>${this.begun.base === version
        ? t('policies.candidate', {version: version + 1}) : t('activation.overtaken')}</span>
        ${changes.length ? html`<button data-testid="to-changes" @click=${() => this.querySelector('[data-testid=candidate]').scrollIntoView()}>${t('policies.changes', {count: changes.length})}</button>` : nothing}</p>` : nothing}
      ${this.#faults()}<div class="policy-body">${this.#body()}</div>${this.shown()}
      ${this.candidate && changes.length ? this.#next(changes) : nothing}
      ${!this.candidate && this.clocks && may(this.roles, 'OPERATIONS', 'ADMINISTRATOR') ? html`<amends-recomputing></amends-recomputing>` : nothing}`;
  }
}
customElements.define('amends-policy', Policy);

/** Every place, and all that it lies in, where the candidate is otherwise at the same place. */
function touchedPointers(before, after) {
  const found = new Set();
  const walk = (one, other, path) => {
    if (JSON.stringify(one) === JSON.stringify(other)) {
      return;
    }
    path.forEach((_, i) => found.add(pointerOf(path.slice(0, i + 1))));
    if (other !== null && typeof other === 'object') {
      Object.keys(other).forEach((key) => walk(one?.[key], other[key], [...path, key]));
    }
  };
  walk(before, after, []);
  return found;
}
