import {html, nothing} from 'lit';
import {post} from '../api.js';
import {announce, ConsoleElement, explained} from '../element.js';
import {t} from '../i18n/text.js';

/** An agent's objection to a review of his service. Tells `appealed`. */
class Appeal extends ConsoleElement {
  static properties = {review: {attribute: false}, open: {state: true}, problem: {state: true}};

  async #send(event) {
    event.preventDefault();
    const {complaint, review} = this.review;
    const reason = new FormData(event.target).get('reason').trim();
    try {
      await post(`/api/complaints/${encodeURIComponent(complaint)}/appeal-review`, {review, reason});
      this.open = false;
      announce(t('quality.appealed'));
      this.dispatchEvent(new CustomEvent('appealed', {bubbles: true}));
    } catch (problem) {
      this.problem = problem.status === 409 ? problem.body.explanation ?? problem.message : explained(problem, t);
    }
  }

  render() {
    return this.open ? html`<form data-testid="appeal-form" @submit=${this.#send}>
        <label><span>${t('quality.appealWhy')}</span><textarea name="reason" required maxlength="2000" data-testid="appeal-reason"></textarea></label>
        ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
        <div class="row"><button class="primary" data-testid="appeal-send">${t('quality.appeal')}</button></div></form>`
      : html`<button data-testid="appeal-open" @click=${() => {
        this.open = true;
      }}>${t('quality.appeal')}</button>`;
  }
}
customElements.define('amends-appeal', Appeal);
