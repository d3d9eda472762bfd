import {html, nothing} from 'lit';
import {get} from '../api.js';
import {dateTime, list, money, name, t} from '../i18n/text.js';
import {emptyState} from '../parts.js';
import {remedy, who} from '../complaint/sentences.js';
import {complaintHead, Deciding} from './deciding.js';

/** Proposals that their customers do not hear of before somebody entitled says yes. */
class Approvals extends Deciding {
  static properties = {offers: {state: true}};

  constructor() {
    super();
    this.offers = {};
  }

  question() {
    return {path: '/api/board/approvals', query: {limit: 100}};
  }

  hint() {
    return t('approvals.hint');
  }

  empty() {
    return emptyState(t('approvals.empty'), t('approvals.emptyHint'));
  }

  async #compare({complaint}) {
    const {items} = await get(`/api/complaints/${encodeURIComponent(complaint.id)}/comparable-offers`, {limit: 5}).catch(() => ({items: []}));
    this.offers = {...this.offers, [complaint.id]: items};
  }

  #offers({complaint}) {
    const offers = this.offers[complaint.id];
    return html`<details @toggle=${(event) => event.target.open && !offers && this.#compare({complaint})} data-testid="offers">
      <summary>${t('approvals.others')}</summary>${offers === undefined ? html`<span class="skeleton"></span>`
        : offers.length ? html`<ul>${offers.map((each) => html`<li class="small"><a class="mono" href="#/complaints/${each.reference}">${each.reference}</a>
            ${each.product ?? ''} · ${remedy(each.remedy)} · ${name('offerState', each.state)}</li>`)}</ul>`
          : html`<p class="small soft">${t('approvals.noOthers')}</p>`}</details>`;
  }

  #facts({approval}) {
    const {missing, approvedBy, reasons, stake} = approval;
    const currency = approval.remedy.currency;
    return html`<dl><dt>${t('approvals.asked')}</dt><dd>${who(approval.proposer)} · ${dateTime(approval.requestedAt)}</dd>
      <dt>${t('approvals.why')}</dt><dd>${list(reasons.map((each) => name('approvalReason', each)))}</dd>
      ${currency ? html`<dt>${t('approvals.stake')}</dt><dd>${money(stake, currency)}</dd>` : nothing}
      ${missing > 1 || approvedBy.length ? html`<dt>${t('approvals.missing')}</dt><dd>${missing}${
        approvedBy.length ? ` · ${t('approvals.by', {who: list(approvedBy)})}` : ''}</dd>` : nothing}</dl>`;
  }

  #ask(item) {
    const key = this.key(item);
    return this.asking === key ? this.reason(item, 'refuse-approval') : html`<div class="row">
      <button class="primary" data-testid="approve" ?disabled=${this.busy} @click=${() => this.decide(item, 'approve', {})}>${name('command', 'approve')}</button>
      <button data-testid="refuse" ?disabled=${this.busy} @click=${() => {
        this.asking = key;
      }}>${name('command', 'refuse-approval')}</button></div>`;
  }

  #item(item) {
    return html`<li class="card" data-testid="approval" data-reference=${item.complaint.reference}>${complaintHead(item.complaint)}
      <div class="body"><p class="remedy"><strong>${remedy(item.approval.remedy)}</strong></p><p>${item.approval.explanation}</p>
        ${this.#facts(item)}${this.#offers(item)}
        ${this.decision(item, () => this.#ask(item))}</div></li>`;
  }

  figures() {
    return this.cards('approvals', (each) => this.#item(each));
  }
}
customElements.define('amends-approvals', Approvals);
