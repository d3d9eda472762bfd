import {html, nothing} from 'lit';
import {get, post} from '../api.js';
import {announce, ConsoleElement, explained} from '../element.js';
import {t} from '../i18n/text.js';
import {explanation} from './reason.js';

const path = (id) => `/api/intake/quarantine/${encodeURIComponent(id)}`;

/** The text of an input, or nothing when it is none in UTF-8: what is corrected must not lose a byte. */
const textOf = (base64) => {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(Uint8Array.from(atob(base64), (each) => each.charCodeAt(0)));
  } catch {
    return null;
  }
};

/** Corrects one input in quarantine and tries that; the input as it came stays beside it. */
class Correction extends ConsoleElement {
  static properties = {item: {}, text: {state: true}, refusal: {state: true}, busy: {state: true}};

  willUpdate(changed) {
    if (changed.has('item')) {
      this.text = undefined;
      this.refusal = null;
    }
  }

  async #begin() {
    await this.#do(async () => {
      const {content = '', edited} = await get(path(this.item));
      this.text = textOf(edited?.content ?? content);
    });
  }

  async #send(event) {
    event.preventDefault();
    const text = new FormData(event.target).get('text');
    await this.#do(async () => {
      const answer = await post(`${path(this.item)}/edit`, {text});
      if (answer.status === 'released') {
        announce(t('quarantine.releasedNow'));
        this.dispatchEvent(new CustomEvent('corrected', {detail: this.item}));
      } else {
        this.refusal = t('quarantine.still', {detail: explanation(answer)});
      }
    });
  }

  async #do(work) {
    this.busy = true;
    this.refusal = null;
    try {
      await work();
    } catch (problem) {
      this.refusal = [409, 422].includes(problem.status) ? problem.message : explained(problem, t);
    } finally {
      this.busy = false;
    }
  }

  #form() {
    return this.text === null ? html`<p class="soft small">${t('quarantine.notText')}</p>`
      : html`<form class="correction" data-testid="correction" @submit=${(event) => this.#send(event)}>
          <label><span>${t('quarantine.corrected')}</span>
            <textarea name="text" rows="8" required spellcheck="false" data-testid="correction-text" .value=${this.text}></textarea></label>
          <button class="primary" ?disabled=${this.busy} data-testid="correction-send">${t('quarantine.send')}</button></form>`;
  }

  render() {
    return html`${this.text === undefined
        ? html`<button ?disabled=${this.busy} data-testid="correct" @click=${() => this.#begin()}>${t('quarantine.correct')}</button>` : this.#form()}
      ${this.refusal ? html`<p class="error small" role="alert" data-testid="correction-refusal">${this.refusal}</p>` : nothing}`;
  }
}
customElements.define('amends-correction', Correction);
