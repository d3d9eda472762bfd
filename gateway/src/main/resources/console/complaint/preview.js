import {html, nothing} from 'lit';
import {post} from '../api.js';
import {ConsoleElement, explained} from '../element.js';
import {t} from '../i18n/text.js';
import '../letter.js';

/** Shows the letter that the customer will get for what is being written: `draft` is the reply's `text`, a `promise` or a `proposal`; absent: not ready. */
class Preview extends ConsoleElement {
  static properties = {complaint: {attribute: false}, draft: {attribute: false}, message: {state: true}, problem: {state: true}};

  #shown = '';

  willUpdate(changed) {
    const draft = JSON.stringify(this.draft ?? null);
    if (changed.has('draft') && draft !== this.#shown) {
      this.#shown = draft;
      this.message = null;
      this.problem = null;
    }
  }

  get #address() {
    return this.complaint.complainant?.emails?.at(0);
  }

  async #preview() {
    const {complaint: c} = this;
    const asked = this.#shown;
    this.problem = null;
    try {
      const message = await post('/api/notifications/preview', {
        complaint: c.id, brand: c.brand ?? '–', to: this.#address, name: c.complainant?.name ?? undefined, language: c.language,
        title: c.title, ...this.draft,
      });
      if (asked === this.#shown) {
        this.message = message;
      }
    } catch (problem) {
      if (asked === this.#shown) {
        this.problem = problem;
      }
    }
  }

  render() {
    return html`${this.#address ? html`<button type="button" class="as-letter" data-testid="show-preview" ?disabled=${!this.draft}
          @click=${this.#preview}>${t('composer.preview')}</button>`
        : html`<p class="small note" data-testid="no-address">${t('composer.noAddress')}</p>`}
      ${this.problem ? html`<p class="error" role="alert">${explained(this.problem, t)}</p>` : nothing}
      ${this.message ? html`<div class="letter" data-testid="preview" lang=${this.complaint.language}>
        <p class="small soft">${this.#address}</p><amends-letter .message=${this.message}></amends-letter></div>` : nothing}`;
  }
}
customElements.define('amends-preview', Preview);
