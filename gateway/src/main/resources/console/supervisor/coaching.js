import {html, nothing} from 'lit';
import {get, post} from '../api.js';
import {announce, ConsoleElement, explained} from '../element.js';
import {dateTime, t} from '../i18n/text.js';
import {who} from '../complaint/sentences.js';

/** What supervisors told an agent; he reads it too, nobody else does. */
class Coaching extends ConsoleElement {
  static properties = {agent: {}, writes: {attribute: false}, items: {state: true}, problem: {state: true}, refused: {state: true}};

  willUpdate(change) {
    if (change.has('agent')) {
      this.#load();
    }
  }

  get #path() {
    return `/api/agents/${encodeURIComponent(this.agent)}/coaching-notes`;
  }

  async #load() {
    this.problem = null;
    try {
      this.items = (await get(this.#path)).items;
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #write(event) {
    event.preventDefault();
    const form = event.target;
    const {text, about} = Object.fromEntries(new FormData(form));
    this.refused = null;
    try {
      await post(this.#path, {text: text.trim(), ...(about.trim() ? {about: about.trim()} : {})});
      form.reset();
      announce(t('coaching.done'));
      await this.#load();
    } catch (problem) {
      this.refused = problem;
    }
  }

  #form() {
    return html`<form @submit=${this.#write} data-testid="coaching-form">
      <label><span>${t('coaching.text', {agent: this.agent})}</span><textarea name="text" required maxlength="4000" data-testid="coaching-text"></textarea></label>
      <label><span>${t('coaching.about')}</span><input name="about" autocomplete="off" data-testid="coaching-about"></label>
      ${this.refused ? html`<p class="error" role="alert">${explained(this.refused, t)}</p>` : nothing}
      <div class="row"><button class="primary" data-testid="coaching-send">${t('coaching.send')}</button></div></form>`;
  }

  render() {
    return html`<section class="card" data-testid="coaching"><header><h2>${t('coaching.title')}</h2></header><div class="body">
      <p class="small soft">${t('coaching.hint')}</p>${this.writes ? this.#form() : nothing}
      ${this.problem ? html`<p class="soft" data-testid="coaching-problem">${
        [403, 404].includes(this.problem.status) ? t('coaching.notYours') : explained(this.problem, t)}</p>`
        : this.items?.length === 0 ? html`<p class="soft">${t('coaching.empty')}</p>`
          : html`<ul class="told">${(this.items ?? []).map((each) => html`<li data-testid="coaching-note"><p class="words">${each.text}</p>
            <p class="small soft">${who(each.by)} · ${dateTime(each.at)}${each.about
              ? html` · <a class="mono" href="#/complaints/${each.about}">${each.about}</a>` : nothing}</p></li>`)}</ul>`}</div></section>`;
  }
}
customElements.define('amends-coaching', Coaching);
