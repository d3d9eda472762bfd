import {html, nothing} from 'lit';
import {ConsoleElement} from '../element.js';
import {t} from '../i18n/text.js';

/** The JSON itself, for those who would rather write it. Tells `candidate` with each text that can be read. */
class Raw extends ConsoleElement {
  static properties = {body: {attribute: false}, editable: {attribute: false}, text: {state: true}, fault: {state: true}};

  willUpdate(change) {
    if (change.has('body') && JSON.stringify(this.body) !== this.told) {
      this.text = JSON.stringify(this.body, null, 2);
      this.fault = null;
    }
  }

  #read(event) {
    this.text = event.target.value;
    try {
      const body = JSON.parse(this.text);
      this.fault = null;
      this.told = JSON.stringify(body);
      this.dispatchEvent(new CustomEvent('candidate', {detail: body}));
    } catch (problem) {
      this.fault = problem.message;
    }
  }

  render() {
    return html`${this.editable
      ? html`<textarea class="raw" rows="24" spellcheck="false" aria-label=${t('policies.json')} data-testid="policy-raw" .value=${this.text} @input=${this.#read}></textarea>`
      : html`<pre class="raw" tabindex="0" role="region" aria-label=${t('policies.json')} data-testid="policy-raw">${this.text}</pre>`}
      ${this.fault ? html`<p class="error" role="alert" data-testid="raw-fault">${t('policies.unreadable', {fault: this.fault})}</p>` : nothing}`;
  }
}
customElements.define('amends-policy-raw', Raw);
