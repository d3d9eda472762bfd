import {html, nothing} from 'lit';
import {post} from '../api.js';
import {ConsoleElement, explained} from '../element.js';
import {language, languageName, name, t} from '../i18n/text.js';
import '../letter.js';
import {LANGUAGES} from './names.js';

const REST = 400;

/** The letters that `body` would make, to invented customers; written again when somebody rests from typing. */
class Letters extends ConsoleElement {
  static properties = {address: {}, body: {attribute: false}, items: {state: true}, chosen: {state: true}, problem: {state: true}};

  constructor() {
    super();
    this.chosen = LANGUAGES.includes(language()) ? language() : LANGUAGES[0];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.resting);
  }

  willUpdate(change) {
    if (change.has('address')) {
      this.items = null;
    }
    if (change.has('body')) {
      clearTimeout(this.resting);
      this.resting = setTimeout(() => this.#write(), this.items ? REST : 0);
    }
  }

  async #write() {
    const {body} = this;
    try {
      const {items} = await post(`${this.address}/preview`, body);
      if (body === this.body) {
        this.items = items;
        this.problem = null;
      }
    } catch (problem) {
      if (body === this.body) {
        this.problem = problem;
      }
    }
  }

  #letter({language: lang, kind, message}, several) {
    return html`<article class="letter" lang=${lang} data-testid="letter">
      ${several ? html`<p class="small soft">${name('notification', kind)}</p>` : nothing}
      <amends-letter .message=${message}></amends-letter></article>`;
  }

  #letters() {
    const letters = this.items.filter((each) => each.language === this.chosen);
    const several = new Set(letters.map(({kind}) => kind)).size > 1;
    return html`<div class="letters" ?data-stale=${Boolean(this.problem)}>${letters.map((each) => this.#letter(each, several))}</div>`;
  }

  render() {
    return html`<section class="card" data-testid="letters"><header><h3>${t('templates.letters')}</h3>
        <div class="tabs" role="group" aria-label=${t('templates.language')}>${LANGUAGES.map((each) => html`<button aria-pressed=${each === this.chosen}
          data-testid="letters-${each}" @click=${() => {
            this.chosen = each;
          }}>${languageName(each)}</button>`)}</div></header>
      <div class="body"><p class="soft small">${t('templates.lettersHint')}</p>
        ${this.problem ? html`<p class="error" role="status" data-testid="letters-problem">${
          this.problem.body?.errors?.[0]?.detail ?? explained(this.problem, t)}</p>` : nothing}
        ${this.items ? this.#letters() : this.problem ? nothing : html`<span class="skeleton"></span>`}</div></section>`;
  }
}
customElements.define('amends-letters', Letters);
