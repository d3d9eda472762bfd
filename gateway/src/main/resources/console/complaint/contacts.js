import {html, nothing} from 'lit';
import {get} from '../api.js';
import {ConsoleElement, explained} from '../element.js';
import {dateTime, exactTime, language, languageName, list, name, number, t} from '../i18n/text.js';
import {recognised} from './recognised.js';

/** Of so many mails it is known beforehand whether they have formatted words; a long conversation has hundreds. */
const ASKED_AHEAD = 5;
const isMail = ({channel}) => channel === 'email';
const KILO = 1024;
const size = (bytes) => bytes < KILO * KILO ? `${number(Math.max(1, bytes / KILO), {maximumFractionDigits: 0})} KB`
  : `${number(bytes / KILO / KILO, {maximumFractionDigits: 1})} MB`;

/** What stands in the frame of a formatted mail: its own page, in which nothing runs, and nothing is loaded but the console's style. */
const page = (mail, lang) => `<!doctype html><html lang="${encodeURIComponent(lang ?? '')}"><head><meta charset="utf-8">
<link rel="stylesheet" href="${import.meta.resolve('./mail.css')}"></head><body>${mail.html}</body></html>`;

/** What the customer said, as it came. */
class Contacts extends ConsoleElement {
  static properties = {complaint: {attribute: false}, zone: {}, formatted: {state: true}, asMail: {state: true}};

  #asking = false;

  constructor() {
    super();
    this.formatted = {};
    this.asMail = new Set();
  }

  #path(contact, form) {
    return `/api/complaints/${encodeURIComponent(this.complaint.id)}/contacts/${encodeURIComponent(contact.id)}/${form}`;
  }

  /** Mails are asked for their formatted words one after the other, once what is to be read stands there. */
  async updated() {
    if (this.#asking) {
      return;
    }
    this.#asking = true;
    for (let next = this.#unasked(); next && this.isConnected; next = this.#unasked()) {
      this.formatted = {...this.formatted, [next.id]: await get(this.#path(next, 'formatted')).catch((problem) => ({problem}))};
    }
    this.#asking = false;
  }

  #unasked() {
    return (this.complaint.contacts ?? []).filter(isMail).slice(-ASKED_AHEAD).find((each) => !(each.id in this.formatted));
  }

  /** Only what has formatted words, or may have some, is offered to be seen so. */
  #offers(contact) {
    const mail = this.formatted[contact.id];
    const isOld = isMail(contact) && !(this.complaint.contacts ?? []).filter(isMail).slice(-ASKED_AHEAD).includes(contact);
    return mail === undefined ? isOld : mail.html !== undefined || (mail.problem && mail.problem.status !== 404);
  }

  async #show(contact) {
    if (this.formatted[contact.id]?.html === undefined) {
      const mail = await get(this.#path(contact, 'formatted')).catch((problem) => ({problem}));
      this.formatted = {...this.formatted, [contact.id]: mail};
    }
    const shown = this.asMail.has(contact.id);
    this.asMail = new Set([...this.asMail].filter((id) => id !== contact.id).concat(shown ? [] : [contact.id]));
  }

  #words(contact) {
    const mail = this.asMail.has(contact.id) ? this.formatted[contact.id] : undefined;
    if (mail?.html !== undefined) {
      return html`<iframe class="mail" sandbox="" title=${t('contacts.mail')} data-testid="mail" .srcdoc=${page(mail, contact.language)}></iframe>
        ${mail.pictures ? html`<p class="small soft" data-testid="pictures">${t('contacts.pictures', {n: mail.pictures})}</p>` : nothing}`;
    }
    return html`<p class="text" lang=${contact.language ?? nothing}>${contact.text}</p>
      ${mail?.problem ? html`<p class="small soft" role="status" data-testid="no-mail">${explained(mail.problem, t)}</p>` : nothing}`;
  }

  /** The files of mails are kept apart from them; those of other channels lie in the original only. */
  #file(contact, {fileName, hash, finding}) {
    const named = fileName || t('contacts.noName');
    if (finding) {
      return html`${named} <span class="withheld" data-testid="withheld">${t('contacts.withheld', {finding})}</span>`;
    }
    return contact.channel === 'email' && hash ? html`<a href="/api/intake/attachments/${encodeURIComponent(hash)}" download=${named}
      data-testid="attachment">${named}</a>` : named;
  }

  #attachments(contact) {
    return contact.attachments?.length ? html`<p class="small soft">${t('complaint.attachments')}:</p>
      <ul class="attachments small" data-testid="attachments">${contact.attachments.map((each) => html`<li>
        ${this.#file(contact, each)} <span class="soft">${each.mediaType}, ${size(each.size)}</span></li>`)}</ul>` : nothing;
  }

  /** Said only of whoever is not the complaint's customer. */
  #sender({sender}) {
    const who = sender && [sender.name, sender.emails?.[0] ?? sender.phones?.[0] ?? sender.accounts?.[0]].filter(Boolean).join(', ');
    return sender ? html`<p class="small sender" data-testid="sender">${t('contacts.sender', {who: who || t('board.anonymous')})}</p>` : nothing;
  }

  #contact(contact) {
    const foreign = contact.language && contact.language.split('-')[0] !== language();
    return html`<article class="contact" data-testid="contact">
      <p class="meta"><time title=${exactTime(contact.receivedAt, this.zone)}>${dateTime(contact.receivedAt)}</time>
        <span>${name('channel', contact.channel)}</span>
        ${foreign ? html`<span class="tag foreign" data-testid="foreign">${t('contacts.foreign', {language: languageName(contact.language)})}</span>` : nothing}
        ${contact.cameAs ? html`<span class="tag again" data-testid="other-words">${t('contacts.otherWords')}</span>` : nothing}
        ${contact.via ? html`<span>${t('contacts.via')}</span>` : nothing}
        ${contact.orders?.length ? html`<span>${t('complaint.orders')}: ${list(contact.orders)}</span>` : nothing}
        ${this.#offers(contact) ? html`<button class="plain as-mail" aria-pressed=${this.asMail.has(contact.id)}
          data-testid="as-mail" @click=${() => this.#show(contact)}>${t('contacts.asMail')}</button>` : nothing}
        <a href=${this.#path(contact, 'original')} download data-testid="original">${t('complaint.original')}</a></p>
      ${this.#sender(contact)}
      ${contact.subject ? html`<p class="subject" lang=${contact.language ?? nothing}>${contact.subject}</p>` : nothing}
      ${this.#words(contact)}
      ${this.#attachments(contact)}
      ${recognised(contact)}
    </article>`;
  }

  render() {
    return html`<section class="card"><header><h2>${t('complaint.contacts')}</h2></header>
      <div class="body">${(this.complaint.contacts ?? []).map((contact) => this.#contact(contact))}</div></section>`;
  }
}
customElements.define('amends-contacts', Contacts);
