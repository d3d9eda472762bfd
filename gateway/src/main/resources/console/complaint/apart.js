import {html, nothing} from 'lit';
import {command} from '../api.js';
import {announce, ConsoleElement} from '../element.js';
import {dateTime, t} from '../i18n/text.js';
import {refusal} from './refusal.js';
import {who} from './sentences.js';

/** That the customer is somebody else than whoever used the same contact point: how to say so, and to take it back. */
class ToldApart extends ConsoleElement {
  static properties = {complaint: {attribute: false}, separated: {attribute: false}, problem: {state: true}};

  updated(changed) {
    if (changed.has('complaint') && changed.get('complaint')?.id !== this.complaint.id) {
      this.problem = null;
    }
  }

  #send = async (event) => {
    event.preventDefault();
    const form = event.target;
    const name = this.separated ? 'rejoin-customer' : 'separate-customer';
    const done = this.separated ? 'same.rejoined' : 'same.nowOwn';
    try {
      const {version} = await command(this.complaint, name, {reason: new FormData(form).get('reason').trim()});
      this.problem = null;
      form.reset();
      form.closest('details').open = false;
      announce(t(done));
      this.dispatchEvent(new CustomEvent('refresh', {detail: version, bubbles: true}));
    } catch (problem) {
      this.problem = problem;
      this.dispatchEvent(new CustomEvent('refresh', {bubbles: true}));
    }
  };

  #form(why, send, hint) {
    return html`<form @submit=${this.#send} data-testid="apart-form">
      ${hint ? html`<p class="small soft">${hint}</p>` : nothing}
      <label><span>${why}</span><input name="reason" required maxlength="1000" autocomplete="off" data-testid="apart-reason"></label>
      ${this.problem ? html`<div class="error" role="alert">${refusal(this.problem)}</div>` : nothing}
      <div class="row"><button class="primary" data-testid="apart-send">${send}</button></div></form>`;
  }

  render() {
    const {allowed = []} = this.complaint;
    const {at, by, reason} = this.separated ?? {};
    if (this.separated) {
      return html`<p class="small" data-testid="apart">${t('same.separated')} <span class="soft">${[reason, who(by), dateTime(at)].join(' · ')}</span></p>
        ${allowed.includes('rejoin-customer') ? html`<details class="same"><summary data-testid="apart-undo">${t('same.rejoin')}</summary>
          ${this.#form(t('same.why'), t('same.rejoin'))}</details>` : nothing}`;
    }
    return allowed.includes('separate-customer') ? html`<details class="same"><summary data-testid="apart-open">${t('same.separate')}</summary>
      ${this.#form(t('same.separateWhy'), t('same.separateSend'), t('same.separateHint'))}</details>` : nothing;
  }
}
customElements.define('amends-told-apart', ToldApart);
