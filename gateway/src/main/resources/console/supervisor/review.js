import {html, nothing} from 'lit';
import {get, post} from '../api.js';
import {announce, ConsoleElement, explained} from '../element.js';
import {name, t} from '../i18n/text.js';

/** What only a person can judge. */
const SIGNS = ['IMPOLITE_WORDS', 'TOO_LITTLE_ATTENTION', 'INCOMPLETE_PRODUCT_KNOWLEDGE', 'CRITICISM_OF_OTHERS', 'EXCUSES', 'IMPATIENCE',
  'MISUNDERSTANDABLE_WORDING', 'TALKING_DOWN', 'TALKING_AMONG_STAFF'];

/** The review form for one of the agent's complaints. Tells `reviewed`. */
class Review extends ConsoleElement {
  static properties = {agent: {}, open: {state: true}, complaints: {state: true}, problem: {state: true}};

  async #start() {
    this.open = true;
    this.problem = null;
    this.complaints = (await get('/api/complaints', {owner: this.agent, limit: 50}).catch(() => ({items: []}))).items;
  }

  async #send(event) {
    event.preventDefault();
    const said = new FormData(event.target);
    const note = said.get('note').trim();
    this.problem = null;
    try {
      await post(`/api/complaints/${encodeURIComponent(said.get('complaint'))}/review-quality`, {
        agent: this.agent, answers: SIGNS.map((sign) => ({sign, seen: said.has(sign)})), ...(note ? {note} : {}),
      });
      this.open = false;
      announce(t('quality.reviewed'));
      this.dispatchEvent(new CustomEvent('reviewed'));
    } catch (problem) {
      this.problem = problem.status === 409 ? problem.body.explanation ?? problem.message : explained(problem, t);
    }
  }

  #form() {
    return html`<form @submit=${this.#send} data-testid="review-form">
      <label><span>${t('quality.complaint')}</span><select name="complaint" required data-testid="review-complaint">
        ${(this.complaints ?? []).map((each) => html`<option value=${each.id}>${each.reference} ${each.title}</option>`)}</select></label>
      <fieldset><legend class="small soft">${t('quality.seen')}</legend>${SIGNS.map((sign) => html`<label class="check">
        <input type="checkbox" name=${sign}><span>${name('sign', sign)}</span></label>`)}</fieldset>
      <label><span>${t('quality.note')}</span><textarea name="note" maxlength="2000"></textarea></label>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
      <div class="row"><button class="primary" data-testid="review-send" ?disabled=${!this.complaints?.length}>${t('quality.send')}</button>
        <button type="button" @click=${() => {
          this.open = false;
        }}>${t('action.cancel')}</button></div></form>`;
  }

  render() {
    return this.open ? this.#form()
      : html`<button data-testid="review" @click=${this.#start}>${t('quality.review')}</button>`;
  }
}
customElements.define('amends-review', Review);
