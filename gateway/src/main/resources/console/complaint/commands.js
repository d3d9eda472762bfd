import {html, nothing} from 'lit';
import {command, get} from '../api.js';
import {ConsoleElement, announce, explained} from '../element.js';
import {dateTime, list, name, t, words} from '../i18n/text.js';
import {bodyOf, fieldsOf, possibleSteps, steps, usualNext} from './steps.js';

let agents;
const agentIds = () => agents ??= get('/api/agents')
  .then(({items}) => items.map((agent) => agent.id ?? agent.agent ?? agent), () => []);

/** What may be done with a complaint now, and the form to do it. Asks for a new look by the event `refresh`. */
class Commands extends ConsoleElement {
  static properties = {
    complaint: {attribute: false}, user: {}, chosen: {state: true}, values: {state: true}, problem: {state: true},
    sending: {state: true}, agents: {state: true},
  };

  constructor() {
    super();
    this.values = {};
    this.agents = [];
  }

  connectedCallback() {
    super.connectedCallback();
    agentIds().then((ids) => {
      this.agents = ids;
    });
  }

  #choose(step) {
    this.chosen = this.chosen === step ? null : step;
    this.problem = null;
    this.values = Object.fromEntries((steps[step] ?? [])
      .filter((field) => field.from)
      .map((field) => [field.field, field.from(this.complaint) ?? '']));
    this.updateComplete.then(() => this.querySelector('.command')?.querySelector('textarea, input, select')?.focus());
  }

  async #send(step, body) {
    this.sending = true;
    this.problem = null;
    const seen = this.complaint.version;
    try {
      const answer = await command(this.complaint, step, body);
      announce(answer.version === seen ? t('commands.unchanged') : t('commands.done', {command: name('command', step)}));
      this.chosen = null;
      this.values = {};
      this.#refresh(answer.version);
    } catch (problem) {
      this.problem = problem;
      if (problem.body?.rule === 'STALE_VERSION') {
        this.#refresh(problem.body.version);
      }
    } finally {
      this.sending = false;
    }
  }

  #refresh(version) {
    this.dispatchEvent(new CustomEvent('refresh', {detail: version, bubbles: true}));
  }

  #submit(event) {
    event.preventDefault();
    this.#send(this.chosen, bodyOf(this.chosen, this.values));
  }

  #problem() {
    const {status, body} = this.problem;
    if (status === 409 || status === 412) {
      return html`<p>${body.rule === 'STALE_VERSION' ? t('commands.stale')
          : t('commands.refused', {explanation: body.explanation ?? this.problem.message})}</p>
        ${body.allowed?.length ? html`<p class="small">${t('commands.allowed',
          {commands: list(body.allowed.filter((each) => each in steps).map((each) => name('command', each)))})}</p>` : nothing}`;
    }
    return html`<p>${explained(this.problem, t)}</p>
      ${body?.errors?.length ? html`<ul>${body.errors.map((each) =>
        html`<li class="small">${each.pointer ?? ''} ${each.detail}</li>`)}</ul>` : nothing}`;
  }

  #field(field) {
    const {field: key, kind, required} = field;
    const value = this.values[key];
    const set = (next) => {
      this.values = {...this.values, [key]: next};
    };
    const typed = (event) => set(event.target.value);
    const label = html`<span>${t(`field.${key}`)}</span>`;
    const hook = `field-${key}`;
    const options = (pairs) => html`<select name=${key} data-testid=${hook} ?required=${required} @change=${typed}>
      ${pairs.map(([code, text]) => html`<option value=${code} ?selected=${code === value}>${text}</option>`)}</select>`;
    switch (kind) {
      case 'fixed': return nothing;
      case 'long': return html`<label>${label}<textarea name=${key} data-testid=${hook} ?required=${required}
        .value=${value ?? ''} @input=${typed}></textarea></label>`;
      case 'choice': return html`<label>${label}${options(field.values.map((code) =>
        [code, field.plain ? code : name(field.family, code)]))}</label>`;
      case 'agent': return html`<label>${label}<input name=${key} data-testid=${hook} list="agents" autocomplete="off"
        placeholder=${required ? '' : t('field.toQueue')} ?required=${required} .value=${value ?? ''} @input=${typed}></label>`;
      case 'promise': return html`<label>${label}${options([['', ''], ...(this.complaint.promises ?? [])
        .filter((promise) => promise.state === 'open')
        .map((promise) => [promise.promise, `${promise.what} (${dateTime(promise.due)})`])])}</label>`;
      case 'check': return html`<label class="check"><input type="checkbox" name=${key} data-testid=${hook}
        .checked=${value === true} @change=${(event) => set(event.target.checked)}><span>${t(`field.${key}`)}</span></label>`;
      case 'yesNo': return html`<fieldset><legend>${t(`field.${key}`)}</legend><span>${['yes', 'no'].map((each) => html`
        <label class="choice"><input type="radio" name=${key} value=${each} data-testid="${hook}-${each}"
          .checked=${(value ?? 'yes') === each} @change=${typed}><span>${t(`commands.${each}`)}</span></label>`)}</span></fieldset>`;
      default: return html`<label>${label}<input name=${key} data-testid=${hook} ?required=${required}
        type=${kind === 'time' ? 'datetime-local' : kind === 'number' ? 'number' : 'text'}
        min=${kind === 'number' ? 0 : nothing} step=${kind === 'number' ? 'any' : nothing}
        .value=${value ?? ''} @input=${typed}></label>`;
    }
  }

  #form() {
    const hint = t(`hint.${this.chosen}`);
    return html`<form class="command" data-testid="command-form" data-command=${this.chosen} @submit=${this.#submit}>
      ${hint !== words(this.chosen) ? html`<p class="hint">${hint}</p>` : nothing}
      ${fieldsOf(this.chosen, this.values).map((field) => this.#field(field))}
      <div class="buttons">
        <button class="primary" data-testid="command-send" ?disabled=${this.sending}>${name('command', this.chosen)}</button>
        <button type="button" class="plain" @click=${() => this.#choose(null)}>${t('action.cancel')}</button>
      </div>
    </form>`;
  }

  render() {
    const possible = possibleSteps(this.complaint);
    const mine = this.complaint.owner === this.user;
    return html`<section class="card" data-testid="commands">
      <header><h2>${t('commands.title')}</h2></header>
      <div class="body">
        ${possible.length === 0 ? html`<p class="soft">${t('commands.none')}</p>` : html`<div class="steps">
          ${possible.includes('assign') && this.user && !mine ? html`<button data-testid="assign-to-me" ?disabled=${this.sending}
            @click=${() => this.#send('assign', {agent: this.user})}>${t('commands.me')}</button>` : nothing}
          ${possible.map((step) => html`<button class=${usualNext[this.complaint.status] === step ? 'next' : ''}
            aria-expanded=${this.chosen === step} data-testid="command" data-command=${step}
            @click=${() => this.#choose(step)}>${name('command', step)}</button>`)}</div>`}
        ${this.chosen ? this.#form() : nothing}
        ${this.problem ? html`<div class="error" role="alert" data-testid="command-problem"
          data-rule=${this.problem.body?.rule ?? ''}>${this.#problem()}</div>` : nothing}
        <datalist id="agents">${this.agents.map((id) => html`<option value=${id}></option>`)}</datalist>
      </div>
    </section>`;
  }
}
customElements.define('amends-commands', Commands);
