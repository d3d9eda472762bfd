import {html, nothing} from 'lit';
import {command, get} from '../api.js';
import {ConsoleElement, announce} from '../element.js';
import {evidence} from '../parts.js';
import {language, languageName, name, t} from '../i18n/text.js';
import {refusal} from './refusal.js';

const TEMPERS = ['HESITANT', 'OPINIONATED', 'GENTLE', 'ANGRY'];
const RELATIONS = ['VOCAL', 'PREMIUM', 'FREQUENT', 'SILENT'];

/** Who is complaining, and how to talk with him. Asks for a new look by the event `refresh`. */
class Playbook extends ConsoleElement {
  static properties = {complaint: {attribute: false}, playbook: {state: true}, problem: {state: true}, theirs: {state: true}};

  #shown;

  /** What decides which playbook it is. */
  #wanted() {
    const {id, typology, language: customers} = this.complaint;
    return [id, typology?.temper, typology?.relation, this.theirs ? customers : language()].join();
  }

  updated() {
    if (this.#shown !== this.#wanted()) {
      this.#load();
    }
  }

  async #load() {
    const wanted = this.#wanted();
    this.#shown = wanted;
    try {
      const query = this.theirs ? {} : {language: language()};
      const playbook = await get(`/api/complaints/${encodeURIComponent(this.complaint.id)}/playbook`, query);
      if (wanted === this.#shown) {
        this.playbook = playbook;
        this.problem = null;
      }
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #correct(kind, value) {
    if (!value) {
      return;
    }
    try {
      const {version} = await command(this.complaint, 'correct-typology', {[kind]: value});
      this.problem = null;
      announce(t('commands.done', {command: name('command', 'correct-typology')}));
      this.dispatchEvent(new CustomEvent('refresh', {detail: version, bubbles: true}));
    } catch (problem) {
      this.problem = problem;
      this.dispatchEvent(new CustomEvent('refresh', {bubbles: true}));
    }
  }

  #type(kind, values) {
    const typology = this.complaint.typology ?? {};
    const value = typology[kind];
    const before = value ? undefined : this.playbook?.before?.[kind];
    const signs = typology[`${kind}Signs`] ?? [];
    const may = this.complaint.allowed?.includes('correct-typology');
    return html`<dt>${t(`playbook.${kind}`)}</dt><dd>
      <select data-testid="correct-${kind}" aria-label=${t(`playbook.${kind}`)} ?disabled=${!may}
        @change=${(event) => this.#correct(kind, event.target.value)}>
        ${value ? nothing : html`<option value="" selected>${t('playbook.unknown')}</option>`}
        ${values.map((each) => html`<option value=${each} .selected=${each === value}>${name(kind, each)}</option>`)}
      </select>
      <span class="small" data-testid="signs-${kind}">${before ? t('playbook.before', {type: name(kind, before)})
        : typology[`${kind}Corrected`] ? t('playbook.corrected')
        : signs.map((sign) => evidence(sign)).filter(Boolean).join(' · ')}</span></dd>`;
  }

  #list(title, items, mark) {
    return items.length ? html`<h3>${title}</h3><ul class=${mark}>${items.map((each) => html`<li>${each}</li>`)}</ul>` : nothing;
  }

  #advice(p) {
    return html`<div lang=${p.language}>
      <p class="opening" data-testid="playbook-opening">${p.opening}</p>
      <ol class="five">${p.steps.map(({step, text}) => html`<li><strong>${name('step', step)}</strong> ${text}</li>`)}</ol>
      ${this.#list(t('playbook.dos'), p.dos, 'dos')}
      ${this.#list(t('playbook.donts'), p.donts, 'donts')}
      ${this.#list(t('playbook.questions'), p.questions, 'questions')}
      ${p.templates.map((each) => html`<details class="template"><summary>${each.title}</summary><pre>${each.text}</pre></details>`)}
    </div>`;
  }

  render() {
    const customers = this.complaint.language;
    return html`<section class="card playbook" data-testid="playbook"><header><h2>${t('playbook.title')}</h2>
      ${customers && customers !== language() ? html`<label class="timeline-switch"><input type="checkbox"
        data-testid="playbook-theirs" .checked=${this.theirs === true} @change=${(event) => {
          this.theirs = event.target.checked;
        }}><span>${languageName(customers)}</span></label>` : nothing}</header>
      <div class="body"><dl class="known">${this.#type('temper', TEMPERS)}${this.#type('relation', RELATIONS)}</dl>
        ${this.problem ? html`<div class="error" role="alert">${refusal(this.problem)}</div>` : nothing}
        ${this.playbook?.steps ? this.#advice(this.playbook) : nothing}
      </div></section>`;
  }
}
customElements.define('amends-playbook', Playbook);
