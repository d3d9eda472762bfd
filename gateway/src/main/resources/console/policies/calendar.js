import {html, nothing} from 'lit';
import {get, put} from '../api.js';
import {announce, ConsoleElement, explained} from '../element.js';
import {name, t} from '../i18n/text.js';

const PREFIX = 'calendar.';

/** Another calendar, which begins as a copy of one that is there. Nothing counts by it before a clock or a shift names it. Tells `published`. */
class NewCalendar extends ConsoleElement {
  static properties = {calendars: {attribute: false}, open: {state: true}, busy: {state: true}, problem: {state: true}};

  async #make(event) {
    event.preventDefault();
    const {word, like} = Object.fromEntries(new FormData(event.target));
    const made = PREFIX + word.trim();
    this.busy = true;
    this.problem = null;
    try {
      if (this.calendars.includes(made)) {
        throw new Error(t('calendar.there', {name: made}));
      }
      const {body} = await get(`/api/policies/${encodeURIComponent(like)}`);
      await put(`/api/policies/${encodeURIComponent(made)}`, body, {'If-Match': '"0"'});
      this.open = false;
      announce(t('calendar.made', {name: made}));
      this.dispatchEvent(new CustomEvent('published', {bubbles: true}));
      location.hash = `#/admin/policies/${encodeURIComponent(made)}`;
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }

  #form() {
    return html`<form class="new-calendar" data-testid="calendar-form" @submit=${this.#make}>
      <label><span>${t('calendar.name')}</span><input name="word" required maxlength="60" pattern="[a-z0-9][a-z0-9\\-]*" autocomplete="off"
        spellcheck="false" data-testid="calendar-name"><span class="soft small">${t('calendar.nameHint')}</span></label>
      <label><span>${t('calendar.like')}</span><select name="like" data-testid="calendar-like">${this.calendars.map((each) => html`
        <option value=${each}>${name('policyName', each)}</option>`)}</select></label>
      ${this.problem ? html`<p class="error small" role="alert" data-testid="calendar-problem">${
        this.problem.status === undefined ? this.problem.message : explained(this.problem, t)}</p>` : nothing}
      <div class="row"><button class="primary" data-testid="calendar-make" ?disabled=${this.busy}>${t('calendar.make')}</button>
        <button type="button" @click=${() => {
          this.open = false;
        }}>${t('action.cancel')}</button></div></form>`;
  }

  render() {
    return this.open ? this.#form() : html`<button data-testid="calendar-new" @click=${() => {
      this.open = true;
      this.problem = null;
      this.updateComplete.then(() => this.querySelector('input').focus());
    }}>${t('calendar.new')}</button>`;
  }
}
customElements.define('amends-new-calendar', NewCalendar);
