import {html, nothing} from 'lit';
import {post, put} from '../api.js';
import {announce, ConsoleElement, explained} from '../element.js';
import {number, t} from '../i18n/text.js';

/** Puts a candidate into force in place of the version that it was begun from. Tells `published`; `refused` with the faults; `overtaken` when somebody else was faster; `compared` when the candidate shall replace his version all the same. */
class Activation extends ConsoleElement {
  static properties = {
    address: {}, policy: {attribute: false}, candidate: {attribute: false}, base: {attribute: false}, allowed: {attribute: false}, clocks: {attribute: false},
    open: {state: true}, sure: {state: true}, busy: {state: true}, problem: {state: true},
  };

  willUpdate(change) {
    if (change.has('candidate') || change.has('policy') || change.has('base')) {
      this.sure = false;
    }
    if (change.has('candidate') || change.has('base')) {
      this.problem = null;
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail, bubbles: true}));
  }

  async #activate() {
    this.busy = 'publishing';
    this.problem = null;
    try {
      const next = await put(this.address, this.candidate, {'If-Match': `"${this.base}"`});
      announce(t('activation.done', {version: next.version}));
      await this.#recompute();
      this.#tell('published');
    } catch (problem) {
      this.problem = problem;
      this.sure = false;
      if (problem.status === 412) {
        this.#tell('overtaken');
      } else if (problem.body?.errors) {
        this.#tell('refused', problem.body.errors);
      }
    } finally {
      this.busy = null;
    }
  }

  /** The policy is in force already, whatever becomes of this. */
  async #recompute() {
    if (!this.clocks || !this.open) {
      return;
    }
    this.busy = 'recomputing';
    try {
      const {complaints, rescheduled} = await post('/api/policies/recompute');
      announce(t('activation.recomputed', {complaints: number(complaints), clocks: number(rescheduled)}));
    } catch (problem) {
      announce(t('activation.notRecomputed', {detail: explained(problem, t)}));
    }
  }

  #choice(value, key) {
    return html`<label class="choice"><input type="radio" name="reach" .checked=${Boolean(this.open) === value} data-testid="activation-${key}"
      @change=${() => {
        this.open = value;
      }}><span>${t(`activation.${key}`)}<span class="small soft">${t(`activation.${key}Hint`)}</span></span></label>`;
  }

  get #isOvertaken() {
    return this.base !== this.policy.version;
  }

  #action() {
    if (!this.allowed) {
      return html`<p class="note" data-testid="activation-forbidden">${t('activation.forbidden')}</p>`;
    }
    if (this.#isOvertaken) {
      return html`<p class="error" role="alert" data-testid="activation-problem">${t('activation.overtaken')}</p>
        <div class="row"><button data-testid="compared" @click=${() => this.#tell('compared')}>${
          t('activation.compared', {version: this.policy.version})}</button></div>`;
    }
    return html`${this.clocks ? html`<fieldset><legend class="small soft">${t('activation.reach')}</legend>
        ${this.#choice(false, 'new')}${this.#choice(true, 'all')}</fieldset>` : nothing}
      <div class="row"><button class="primary" data-testid="activate" ?disabled=${this.busy} @click=${() => {
        this.sure ? this.#activate() : this.sure = true;
      }}>${t(this.sure ? 'activation.sure' : 'activation.activate', {version: this.policy.version + 1})}</button>
      ${this.busy ? html`<span role="status"><progress aria-label=${t(`activation.${this.busy}`)}></progress> ${t(`activation.${this.busy}`)}</span>` : nothing}</div>`;
  }

  render() {
    return html`<section class="card" data-testid="activation"><header><h3>${t('activation.title')}</h3></header><div class="body">
      ${this.#action()}
      ${this.problem && !this.#isOvertaken ? html`<p class="error" role="alert" data-testid="activation-problem">${
        this.problem.status === 412 ? t('activation.overtaken') : this.problem.status === 422 ? t('policies.notFollowed')
          : explained(this.problem, t)}</p>` : nothing}</div></section>`;
  }
}
customElements.define('amends-activation', Activation);
