import {html, nothing} from 'lit';
import {get} from '../api.js';
import {ConsoleElement} from '../element.js';
import {dateTime, name, percent, t} from '../i18n/text.js';

/** Which complaint shall stand for this one: one of those that look alike, or another by its reference. Tells it by the event `chosen`. */
class Duplicates extends ConsoleElement {
  static properties = {complaint: {attribute: false}, value: {}, suggestions: {state: true}};

  connectedCallback() {
    super.connectedCallback();
    get(`/api/complaints/${encodeURIComponent(this.complaint.id)}/duplicates`).then(({items}) => {
      this.suggestions = items ?? [];
    }, () => {
      this.suggestions = [];
    });
  }

  #choose(value) {
    this.dispatchEvent(new CustomEvent('chosen', {detail: value}));
  }

  #suggestion({complaint, likeness}) {
    return html`<label class="suggestion" data-testid="suggestion" data-reference=${complaint.reference}>
      <input type="radio" name="suggestion" value=${complaint.reference} .checked=${this.value === complaint.reference}
        @change=${() => this.#choose(complaint.reference)}>
      <span><span lang=${complaint.language ?? nothing}>${complaint.title}</span>
        <span class="small soft">${complaint.reference} · ${dateTime(complaint.receivedAt)} · ${name('status', complaint.status)}
          · ${t('duplicates.likeness', {share: percent(likeness)})}</span></span></label>`;
  }

  render() {
    return html`${this.suggestions === undefined ? html`<span class="skeleton"></span>`
        : this.suggestions.length ? html`<fieldset class="suggestions"><legend>${t('duplicates.title')}</legend>
          ${this.suggestions.map((each) => this.#suggestion(each))}</fieldset>`
          : html`<p class="small soft" data-testid="no-suggestion">${t('duplicates.none')}</p>`}
      <label><span>${t('field.into')}</span><input name="into" data-testid="field-into" required autocomplete="off" spellcheck="false"
        .value=${this.value ?? ''} @input=${(event) => this.#choose(event.target.value)}></label>`;
  }
}
customElements.define('amends-duplicates', Duplicates);
