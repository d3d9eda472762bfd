import {html, nothing} from 'lit';
import {get, post} from '../api.js';
import {announce, ConsoleElement} from '../element.js';
import {name, number, t, words} from '../i18n/text.js';
import {control} from '../complaint/fields.js';
import {refusal} from '../complaint/refusal.js';
import {bodyOf, fieldsOf} from '../complaint/steps.js';

/** What makes sense for many at once. */
const COMMANDS = ['assign', 'hand-over', 'acknowledge', 'start-waiting', 'end-waiting', 'send-holding-response', 'decline-demand', 'resolve', 'close'];
const AT_ONCE = 20;
const PATH = '/api/complaints/commands';

/** A rule that this console does not know is told in the service's words. */
function reason({rule, explanation}) {
  const said = rule ? t(`refusal.${rule}`) : '';
  return said && said !== words(rule) ? said : explanation ?? '';
}

const chunks = (items) => Array.from({length: Math.ceil(items.length / AT_ONCE)}, (_, index) => items.slice(index * AT_ONCE, (index + 1) * AT_ONCE));
const of = (items, outcome) => items.filter((each) => each.outcome === outcome);
const changes = (item) => item.outcome === 'accepted' && item.events?.length !== 0;

/** One command for many complaints: chosen, tried, carried out. Tells by the event `finished` that something was done. */
class BoardBulk extends ConsoleElement {
  static properties = {
    rows: {state: true}, command: {state: true}, values: {state: true}, agents: {state: true}, tried: {state: true}, decided: {state: true},
    busy: {state: true}, problem: {state: true},
  };

  show(rows) {
    Object.assign(this, {rows, command: COMMANDS[0], values: {}, tried: null, decided: null, busy: false, problem: null});
    get('/api/agents').then(({items}) => {
      this.agents = items ?? [];
    }, () => {});
    this.updateComplete.then(() => this.querySelector('dialog').showModal());
  }

  #close() {
    this.querySelector('dialog').close();
  }

  #wish(complaints, version) {
    return {complaints: complaints.map((each) => each.id ?? each.complaint), command: this.command, body: bodyOf(this.command, this.values),
      versions: Object.fromEntries(complaints.map((each) => [each.id ?? each.complaint, version(each)]))};
  }

  async #try(event) {
    event.preventDefault();
    this.busy = true;
    this.problem = null;
    try {
      this.tried = (await post(`${PATH}?preview=true`, this.#wish(this.rows, (row) => row.version))).items;
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }

  /** Some at a time, so that one sees it go on; nothing follows what was not answered. */
  async #carryOut() {
    this.busy = true;
    this.decided = [];
    try {
      for (const some of chunks(this.tried.filter(changes))) {
        const {items} = await post(PATH, this.#wish(some, (item) => item.version));
        this.decided = [...this.decided, ...items];
      }
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
      announce(t('bulk.done', {n: number(of(this.decided, 'accepted').length)}));
      this.dispatchEvent(new CustomEvent('finished', {detail: this.#unanswered().map(({complaint}) => complaint)}));
    }
  }

  /** Those of whom nothing is known after a stop. */
  #unanswered() {
    const answered = new Set(this.decided.map(({complaint}) => complaint));
    return this.tried.filter((each) => changes(each) && !answered.has(each.complaint));
  }

  #title(complaint) {
    return this.rows.find((each) => each.id === complaint)?.title ?? '';
  }

  #list(items, hook) {
    return items.length ? html`<ul class="bulk-list" tabindex="0" data-testid=${hook}>${items.map((each) => html`<li>
      <a class="mono" href="#/complaints/${each.reference ?? each.complaint}" @click=${() => this.#close()}>${each.reference ?? each.complaint}</a>
      ${this.#title(each.complaint)}<br><span class="small soft">${reason(each)}</span></li>`)}</ul>` : nothing;
  }

  #problem() {
    return this.problem ? html`<div class="error" role="alert" data-testid="bulk-problem">${refusal(this.problem)}</div>` : nothing;
  }

  #choose() {
    const form = {complaint: {}, agents: this.agents ?? [], values: this.values, set: (field, value) => {
      this.values = {...this.values, [field]: value};
    }};
    return html`<form class="command" data-testid="bulk-form" @submit=${this.#try}>
      <label><span>${t('bulk.command')}</span><select data-testid="bulk-command" @change=${(event) => {
        this.command = event.target.value;
        this.values = {};
      }}>${COMMANDS.map((each) => html`<option value=${each} ?selected=${each === this.command}>${name('command', each)}</option>`)}</select></label>
      ${fieldsOf(this.command, this.values).map((field) => control(form, field))}
      <datalist id="agents">${(this.agents ?? []).map(({id}) => html`<option value=${id}></option>`)}</datalist>
      ${this.#problem()}
      <div class="buttons"><button class="primary" data-testid="bulk-preview" ?disabled=${this.busy}>${t('bulk.preview')}</button>
        <button type="button" class="plain" @click=${() => this.#close()}>${t('action.cancel')}</button></div></form>`;
  }

  #tried() {
    const refused = of(this.tried, 'refused');
    const would = this.tried.filter(changes);
    const same = this.tried.length - refused.length - would.length;
    return html`<p data-testid="bulk-would"><strong>${t('bulk.would', {n: number(would.length)})}</strong></p>
      ${same ? html`<p>${t('bulk.same', {n: number(same)})}</p>` : nothing}
      ${refused.length ? html`<p class="error">${t('bulk.wouldRefuse', {n: number(refused.length)})}</p>${this.#list(refused, 'bulk-refused')}` : nothing}
      <div class="buttons"><button class="primary" data-testid="bulk-run" ?disabled=${would.length === 0}
          @click=${this.#carryOut}>${name('command', this.command)} (${number(would.length)})</button>
        <button @click=${() => {
          this.tried = null;
        }}>${t('bulk.back')}</button>
        <button class="plain" @click=${() => this.#close()}>${t('action.cancel')}</button></div>`;
  }

  #result() {
    const all = this.tried.filter(changes).length;
    const refused = of(this.decided, 'refused');
    const open = of(this.decided, 'undecided');
    return html`<label><span>${t('bulk.progress', {done: number(this.decided.length), all: number(all)})}</span>
        <progress max=${all} value=${this.decided.length} data-testid="bulk-progress"></progress></label>
      ${this.busy ? nothing : html`<p class="success" role="status" data-testid="bulk-done">${t('bulk.done', {n: number(of(this.decided, 'accepted').length)})}</p>
        ${refused.length ? html`<p class="error">${t('bulk.refused', {n: number(refused.length)})}</p>${this.#list(refused, 'bulk-refused')}` : nothing}
        ${open.length ? html`<p class="error">${t('bulk.undecided', {n: number(open.length)})}</p>${this.#list(open, 'bulk-undecided')}` : nothing}
        ${this.problem ? html`<p>${t('bulk.stopped', {n: number(all - this.decided.length)})}</p>${this.#problem()}${
          this.#list(this.#unanswered(), 'bulk-unanswered')}` : nothing}
        <div class="buttons"><button class="primary" data-testid="bulk-close" @click=${() => this.#close()}>${t('action.close')}</button></div>`}`;
  }

  render() {
    return html`<dialog aria-labelledby="bulk-title" data-testid="bulk" @cancel=${(event) => this.busy && event.preventDefault()}>
      ${this.rows ? html`<h2 id="bulk-title">${t('bulk.title', {n: number(this.rows.length)})}${
        this.tried ? ` – ${name('command', this.command)}` : ''}</h2>
        ${this.decided ? this.#result() : this.tried ? this.#tried() : this.#choose()}` : nothing}</dialog>`;
  }
}
customElements.define('board-bulk', BoardBulk);
