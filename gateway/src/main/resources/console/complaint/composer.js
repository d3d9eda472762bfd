import {html, nothing} from 'lit';
import {get, post} from '../api.js';
import {ConsoleElement, explained} from '../element.js';
import {language, languageName, list, t} from '../i18n/text.js';

const BLANK = /[[［][^\]］\n]+[\]］]/g;

/** A template's own words: the letter around them greets the customer already. */
const body = (text, salutation) => salutation && text.startsWith(salutation)
  ? text.slice(salutation.length).replace(/^[\s,，、:：]+/, '') : text;

/** Words to the customer, begun from a template in his language and seen as he will see them. Tells what is written by the event `written`. */
class Composer extends ConsoleElement {
  static properties = {
    complaint: {attribute: false}, text: {}, field: {}, playbook: {state: true}, preview: {state: true}, problem: {state: true},
  };

  connectedCallback() {
    super.connectedCallback();
    get(`/api/complaints/${encodeURIComponent(this.complaint.id)}/playbook`).then((playbook) => {
      this.playbook = playbook;
    }, () => {
      this.playbook = {};
    });
  }

  /** The places of templates that nobody has filled in; before those are known, whatever looks like one. */
  get #blanks() {
    const templates = this.playbook ? (this.playbook.templates ?? []).map(({text}) => text).join('\n') : this.text ?? '';
    return [...new Set(templates.match(BLANK))].filter((blank) => this.text?.includes(blank))
      .sort((one, other) => this.text.indexOf(one) - this.text.indexOf(other));
  }

  updated() {
    const left = this.#blanks;
    this.querySelector('textarea').setCustomValidity(left.length ? t('composer.blanks', {blanks: list(left)}) : '');
  }

  #write(text) {
    this.text = text;
    this.preview = null;
    this.problem = null;
    this.dispatchEvent(new CustomEvent('written', {detail: text}));
  }

  #begin(event) {
    const template = this.playbook.templates[event.target.value];
    event.target.value = '';
    const begun = body(template.text, this.playbook.salutation);
    this.#write(this.text?.trim() ? `${this.text.trimEnd()}\n\n${begun}` : begun);
    this.updateComplete.then(() => this.#toFirstBlank());
  }

  #toFirstBlank() {
    const words = this.querySelector('textarea');
    const [blank = ''] = this.#blanks;
    const at = words.value.indexOf(blank);
    words.focus();
    words.setSelectionRange(at, at + blank.length);
  }

  get #address() {
    return this.complaint.complainant?.emails?.at(0);
  }

  async #preview() {
    const {complaint: c, text} = this;
    this.problem = null;
    try {
      const preview = await post('/api/notifications/preview', {
        complaint: c.id, brand: c.brand ?? '–', to: this.#address, name: c.complainant?.name ?? undefined, language: c.language,
        title: c.title, text: text ?? '',
      });
      if (text === this.text) {
        this.preview = preview;
      }
    } catch (problem) {
      if (text === this.text) {
        this.problem = problem;
      }
    }
  }

  #letter() {
    return html`<div class="letter" data-testid="preview" lang=${this.complaint.language}>
      <p class="small soft">${this.#address}</p><p><strong>${this.preview.subject}</strong></p><pre>${this.preview.text}</pre></div>`;
  }

  #templates() {
    const {playbook} = this;
    return playbook?.templates?.length ? html`<label><span>${t('composer.template')}${playbook.language === language()
        ? '' : ` (${languageName(playbook.language)})`}</span>
      <select data-testid="template" @change=${this.#begin}><option value="" selected>${t('composer.choose')}</option>
        ${playbook.templates.map((each, index) => html`<option value=${index}>${each.title}</option>`)}</select></label>` : nothing;
  }

  render() {
    return html`${this.#templates()}
      <label><span>${t(`field.${this.field}`)}</span><textarea name=${this.field} required data-testid="field-${this.field}" lang=${this.complaint.language ?? nothing} .value=${this.text ?? ''}
        @input=${(event) => this.#write(event.target.value)}></textarea></label>
      ${this.#address ? html`<button type="button" class="as-letter" data-testid="show-preview" ?disabled=${!this.text?.trim()}
          @click=${this.#preview}>${t('composer.preview')}</button>`
        : html`<p class="small note" data-testid="no-address">${t('composer.noAddress')}</p>`}
      ${this.problem ? html`<p class="error" role="alert">${explained(this.problem, t)}</p>` : nothing}
      ${this.preview ? this.#letter() : nothing}`;
  }
}
customElements.define('amends-composer', Composer);
