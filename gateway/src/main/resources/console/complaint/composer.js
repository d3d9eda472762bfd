import {html, nothing} from 'lit';
import {get} from '../api.js';
import {ConsoleElement} from '../element.js';
import {language, languageName, list, t} from '../i18n/text.js';
import './preview.js';

const BLANK = /[[［][^\]］\n]+[\]］]/g;

/** A template's own words: the letter around them greets the customer already. */
const body = (text, salutation) => salutation && text.startsWith(salutation)
  ? text.slice(salutation.length).replace(/^[\s,，、:：]+/, '') : text;

/** Words to the customer, begun from a template in his language and seen as he will see them. Tells what is written by the event `written`. */
class Composer extends ConsoleElement {
  static properties = {
    complaint: {attribute: false}, text: {}, field: {}, playbook: {state: true},
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
      <amends-preview .complaint=${this.complaint} .draft=${this.text?.trim() ? {text: this.text} : undefined}></amends-preview>`;
  }
}
customElements.define('amends-composer', Composer);
