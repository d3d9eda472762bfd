import {html, nothing} from 'lit';
import {get, put} from '../api.js';
import {announce, ConsoleElement, explained} from '../element.js';
import {dateTime, t} from '../i18n/text.js';
import './apart.js';
import {who} from './sentences.js';

const RULES = ['ROLE_MAILBOX', 'SHARED_PHONE', 'OTHER_BRAND'];

/** Which other customers are the same person, as somebody said, and how to say so or take it back. Tells by the event `changed`. */
class SamePerson extends ConsoleElement {
  static properties = {complaint: {attribute: false}, known: {state: true}, undoing: {state: true}, refused: {state: true}, other: {state: true}};

  updated(changed) {
    const before = changed.get('complaint');
    if (changed.has('complaint') && before?.id !== this.complaint.id) {
      this.known = this.undoing = this.refused = this.other = null;
      this.#load();
    } else if (before && before.customer?.id !== this.complaint.customer?.id) {
      this.#load();
      this.dispatchEvent(new CustomEvent('changed'));
    }
  }

  get #path() {
    return `/api/complaints/${encodeURIComponent(this.complaint.id)}/customer`;
  }

  async #load() {
    const {id} = this.complaint;
    const known = await get(this.#path).catch(() => null);
    if (id === this.complaint.id) {
      this.known = known;
    }
  }

  async #say(event, path, body, done) {
    event.preventDefault();
    this.refused = null;
    try {
      this.known = await put(path, body);
      this.undoing = this.other = null;
      event.target.reset();
      announce(done);
      this.dispatchEvent(new CustomEvent('changed'));
    } catch (problem) {
      this.refused = problem;
    }
  }

  #link = (event) => {
    const {other, reason} = Object.fromEntries(new FormData(event.target));
    return this.#say(event, `${this.#path}-links/${encodeURIComponent(other.trim())}`, {reason: reason.trim()}, t('same.linked'));
  };

  #undo = (event) => {
    const {reason} = Object.fromEntries(new FormData(event.target));
    return this.#say(event, `${this.#path}-links/${encodeURIComponent(this.undoing)}/undone`, {reason: reason.trim()}, t('same.undone'));
  };

  #problem() {
    const {rule} = this.refused?.body ?? {};
    return this.refused ? html`<p class="error" role="alert" data-testid="same-refused">${
      RULES.includes(rule) ? t(`same.${rule}`) : this.refused.status === 404 ? t('same.unknown') : explained(this.refused, t)}</p>` : nothing;
  }

  #reason(label) {
    return html`<label><span>${label}</span><input name="reason" required maxlength="1000" autocomplete="off" data-testid="same-reason"></label>`;
  }

  /** Without a reason it is a link of somebody that one may not see: it is not undone here. */
  #row({link, at, by, reason, complaint}) {
    return html`<li data-testid="same-link">
      ${complaint ? html`<a class="mono" href="#/complaints/${complaint}">${complaint}</a>` : t('same.hidden')}
      <span class="small soft">${[reason, by && who(by), dateTime(at)].filter(Boolean).join(' · ')}</span>
      ${this.undoing === link ? html`<form @submit=${this.#undo} data-testid="same-undo-form">${this.#reason(t('same.why'))}
        ${this.#problem()}<div class="row"><button class="primary" data-testid="same-undo-send">${t('same.undo')}</button>
        <button type="button" @click=${() => { this.undoing = null; }}>${t('same.keep')}</button></div></form>`
        : !reason ? nothing : html`<button class="plain" data-testid="same-undo" @click=${() => { this.undoing = link; this.refused = null; }}>${t('same.undo')}</button>`}</li>`;
  }

  async #take(reference) {
    this.other = reference;
    this.refused = null;
    await this.updateComplete;
    const form = this.querySelector('details.same');
    form.open = true;
    form.querySelector('[name=reason]').focus();
  }

  #alike({complaint: {reference, customer, title, language}, sameMailbox, samePhone}) {
    const by = sameMailbox && samePhone ? 'same.both' : sameMailbox ? 'same.mailbox' : 'same.phone';
    return html`<li data-testid="alike">
      <a href="#/complaints/${reference}" lang=${language ?? nothing}>${title}</a>
      <span class="small soft">${customer?.name ?? t('board.anonymous')} · ${t(by)}</span>
      <button class="plain" data-testid="alike-take" aria-label="${t('same.take')} ${reference}" @click=${() => this.#take(reference)}>${t('same.take')}</button></li>`;
  }

  render() {
    const {links, alike = [], separated} = this.known ?? {};
    return links ? html`
      ${alike.length ? html`<h3>${t('same.alike')}</h3><ul class="others" data-testid="alikes">${alike.map((each) => this.#alike(each))}</ul>` : nothing}
      ${links.length ? html`<h3>${t('same.title')}</h3><ul class="others">${links.map((each) => this.#row(each))}</ul>` : nothing}
      <details class="same" data-testid="same"><summary>${t('same.add')}</summary>
        <form @submit=${this.#link} data-testid="same-form">
          <label><span>${t('same.other')}</span><input name="other" required .value=${this.other ?? ''} autocomplete="off" spellcheck="false" data-testid="same-other"></label>
          ${this.#reason(t('same.reason'))}${this.undoing ? nothing : this.#problem()}
          <div class="row"><button class="primary" data-testid="same-send">${t('same.send')}</button></div></form></details>
      <amends-told-apart .complaint=${this.complaint} .separated=${separated ?? null}></amends-told-apart>` : nothing;
  }
}
customElements.define('amends-same-person', SamePerson);
