import {html, nothing} from 'lit';
import {post} from '../api.js';
import {announce, ConsoleElement, explained} from '../element.js';
import {number, t} from '../i18n/text.js';

/** Lets the clocks of open complaints go by what is in force, without a new version. Asks twice: customers may be told other times. */
class Recomputing extends ConsoleElement {
  static properties = {sure: {state: true}, busy: {state: true}, done: {state: true}, problem: {state: true}};

  async #recompute() {
    Object.assign(this, {busy: true, sure: false, problem: null, done: null});
    try {
      const {complaints, rescheduled} = await post('/api/policies/recompute');
      this.done = t('activation.recomputed', {complaints: number(complaints), clocks: number(rescheduled)});
      announce(this.done);
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<section class="card" data-testid="recomputing"><header><h3>${t('recomputing.title')}</h3></header><div class="body">
      <p class="soft small">${t('recomputing.hint')}</p>
      <div class="row"><button data-testid="recompute" ?disabled=${this.busy} @click=${() => {
        this.sure ? this.#recompute() : this.sure = true;
      }}>${t(this.sure ? 'recomputing.sure' : 'recomputing.start')}</button>
      ${this.busy ? html`<span role="status"><progress aria-label=${t('activation.recomputing')}></progress> ${t('activation.recomputing')}</span>` : nothing}</div>
      ${this.done ? html`<p class="success" role="status" data-testid="recomputed">${this.done}</p>` : nothing}
      ${this.problem ? html`<p class="error" role="alert" data-testid="recompute-problem">${explained(this.problem, t)}</p>` : nothing}</div></section>`;
  }
}
customElements.define('amends-recomputing', Recomputing);
