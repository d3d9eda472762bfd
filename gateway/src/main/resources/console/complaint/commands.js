import {html, nothing} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {command, get} from '../api.js';
import {ConsoleElement, announce} from '../element.js';
import {name, t, words} from '../i18n/text.js';
import {draft, dropDraft, keepDraft} from './drafts.js';
import {control} from './fields.js';
import './preview.js';
import {happened, refusal, worthTelling} from './refusal.js';
import {bodyOf, fieldsOf, possibleSteps, steps, usualNext} from './steps.js';

/** Steps of which the customer gets a letter made from what the form says. */
const LETTERS = {'make-promise': 'promise', 'propose-solution': 'proposal'};

/** Nobody knows whether it was carried out. */
const isUnsure = ({status}) => status === 0 || status >= 500;

/** What may be done with a complaint now, and the form to do it. Asks for a new look by the event `refresh`, tells by `writing` whether a form is open. */
class Commands extends ConsoleElement {
  static properties = {
    complaint: {attribute: false}, user: {}, chosen: {state: true}, values: {state: true}, problem: {state: true},
    sending: {state: true}, agents: {state: true}, seen: {state: true},
  };

  #unsure = {};

  constructor() {
    super();
    this.values = {};
    this.agents = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#loadAgents();
  }

  /** Who is there changes all the time: asked for again with each form. */
  #loadAgents() {
    get('/api/agents').then(({items}) => {
      this.agents = items ?? [];
    }, () => {});
  }

  #choose(step) {
    this.chosen = this.chosen === step ? null : step;
    this.problem = null;
    this.seen = this.complaint.version;
    this.values = draft(this.complaint, step) ?? Object.fromEntries((steps[step] ?? [])
      .filter((field) => field.from)
      .map((field) => [field.field, field.from(this.complaint) ?? '']));
    this.dispatchEvent(new CustomEvent('writing', {detail: Boolean(this.chosen), bubbles: true}));
    this.#loadAgents();
    this.updateComplete.then(() => this.querySelector('.command')?.querySelector('textarea, input, select')?.focus());
  }

  /** A form that begins with some of its fields filled in. */
  open(step, values) {
    if (this.chosen !== step) {
      this.#choose(step);
    }
    Object.entries(values).forEach(([field, value]) => this.#set(field, value));
  }

  #set(field, value) {
    this.values = {...this.values, [field]: value};
    keepDraft(this.complaint, this.chosen, this.values);
  }

  /** When only the platform noted something meanwhile, as far as everything that happened is known, nobody is asked to send again. */
  async #command(step, body) {
    try {
      return await this.#attempt(this.#unsure[step] ?? this.complaint.version, step, body);
    } catch (problem) {
      const {rule, version, changed} = problem.body;
      if (rule === 'STALE_VERSION' && changed?.at(-1)?.version === version && worthTelling(changed).length === 0) {
        return this.#attempt(version, step, body);
      }
      throw problem;
    }
  }

  /** What may have been carried out already is sent again for the same version: it is refused rather than done twice. */
  async #attempt(version, step, body) {
    try {
      const answer = await command({...this.complaint, version}, step, body);
      this.#unsure[step] = undefined;
      return answer;
    } catch (problem) {
      this.#unsure[step] = isUnsure(problem) ? version : undefined;
      throw problem;
    }
  }

  async #send(step, body) {
    this.sending = true;
    this.problem = null;
    const before = this.complaint.version;
    try {
      const answer = await this.#command(step, body);
      announce(answer.version === before ? t('commands.unchanged') : t('commands.done', {command: name('command', step)}));
      dropDraft(this.complaint, step);
      this.chosen = null;
      this.values = {};
      this.dispatchEvent(new CustomEvent('writing', {detail: false, bubbles: true}));
      this.#refresh(answer.version);
    } catch (problem) {
      this.problem = problem;
      if (problem.body?.rule === 'STALE_VERSION') {
        this.seen = problem.body.version;
        this.#refresh(problem.body.version);
      }
    } finally {
      this.sending = false;
    }
  }

  #refresh(version) {
    this.dispatchEvent(new CustomEvent('refresh', {detail: version, bubbles: true}));
  }

  async #submit(event) {
    event.preventDefault();
    const step = this.chosen;
    const body = bodyOf(step, this.values);
    try {
      // people say references, commands name ids
      this.#send(step, body.into ? {...body, into: (await get(`/api/complaints/${encodeURIComponent(body.into)}`)).id} : body);
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** What was done since the form was opened, told before one sends: one's own too, from elsewhere or without an answer. */
  #meanwhile() {
    const entries = worthTelling(this.complaint.timeline).filter((entry) => entry.version > this.seen);
    return entries.length ? html`<div class="meanwhile note" role="status" data-testid="meanwhile"><p>${t('commands.meanwhile')}</p>${
      happened(entries)}</div>` : nothing;
  }

  #refusal() {
    return this.problem ? html`<div class="error" role="alert" data-testid="command-problem"
      data-rule=${this.problem.body?.rule ?? ''}>${refusal(this.problem)}</div>` : nothing;
  }

  /** Beside the form, and never below what is seen. */
  updated(changed) {
    if (changed.has('problem') && this.problem) {
      this.querySelector('[data-testid="command-problem"]').scrollIntoView({block: 'nearest'});
    }
  }

  /** What the customer will read of it, once everything is said. */
  #letter() {
    const written = LETTERS[this.chosen];
    const all = fieldsOf(this.chosen, this.values).every(({field, kind, required}) => !required || kind === 'choice' || this.values[field]?.trim());
    return written ? html`<amends-preview .complaint=${this.complaint}
      .draft=${all ? {[written]: bodyOf(this.chosen, this.values)} : undefined}></amends-preview>` : nothing;
  }

  #form() {
    const hint = t(`hint.${this.chosen}`);
    const form = {complaint: this.complaint, agents: this.agents, values: this.values, set: (field, value) => this.#set(field, value)};
    return keyed(this.chosen, html`<form class="command" data-testid="command-form" data-command=${this.chosen} @submit=${this.#submit}>
      ${hint !== words(this.chosen) ? html`<p class="hint">${hint}</p>` : nothing}
      ${fieldsOf(this.chosen, this.values).map((field) => control(form, field))}
      ${this.#letter()}${this.#meanwhile()}${this.#refusal()}
      <div class="buttons">
        <button class="primary" data-testid="command-send" ?disabled=${this.sending}>${name('command', this.chosen)}</button>
        <button type="button" class="plain" @click=${() => this.#choose(null)}>${t('action.cancel')}</button>
      </div>
    </form>`);
  }

  #steps(possible) {
    const mine = this.complaint.owner === this.user;
    return html`<div class="steps">
      ${possible.includes('assign') && this.user && !mine ? html`<button data-testid="assign-to-me" ?disabled=${this.sending}
        @click=${() => this.#send('assign', {agent: this.user})}>${t('commands.me')}</button>` : nothing}
      ${possible.map((step) => html`<button class=${usualNext(this.complaint) === step ? 'next' : ''}
        aria-expanded=${this.chosen === step} data-testid="command" data-command=${step}
        @click=${() => this.#choose(step)}>${name('command', step)}</button>`)}</div>`;
  }

  render() {
    const possible = possibleSteps(this.complaint);
    return html`<section class="card" data-testid="commands">
      <header><h2>${t('commands.title')}</h2></header>
      <div class="body">
        ${possible.length === 0 ? html`<p class="soft">${t('commands.none')}</p>` : this.#steps(possible)}
        ${this.chosen ? this.#form() : nothing}
        ${this.chosen ? nothing : this.#refusal()}
        <datalist id="agents">${this.agents.map(({id}) => html`<option value=${id}></option>`)}</datalist>
      </div>
    </section>`;
  }
}
customElements.define('amends-commands', Commands);
