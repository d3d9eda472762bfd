import {html, nothing} from 'lit';
import {get} from '../api.js';
import {ConsoleElement} from '../element.js';
import {dateTime, list, money, name, t} from '../i18n/text.js';
import {remedy} from './sentences.js';

const MOST_OFFERS = 5;

/** Those who may decide on an amount today, but for whoever proposed it. */
const deciders = ({holders = []}, {remedy: {currency}, stake, proposer}) => [...new Set(holders
  .filter(({agent, role}) => agent !== proposer.name && (role.approvesWithoutLimit || role.approves?.[currency] >= stake))
  .map(({agent}) => agent))];

/** A proposal that must be approved before its customer hears of it: what, why, who may decide, and what others were offered. */
class Approval extends ConsoleElement {
  static properties = {complaint: {attribute: false}, user: {}, offers: {state: true}, entitled: {state: true}};

  #asked;

  updated() {
    const {id, approval} = this.complaint;
    const asked = `${id} ${approval.requestedAt} ${approval.state}`;
    if (approval.state === 'waiting' && asked !== this.#asked) {
      this.#asked = asked;
      this.#load(id);
    }
  }

  async #load(id) {
    const [offers, entitled] = await Promise.all([
      get(`/api/complaints/${encodeURIComponent(id)}/comparable-offers`, {limit: MOST_OFFERS}).catch(() => ({items: []})),
      get('/api/policies/authority/entitled').catch(() => null)]);
    if (id === this.complaint.id) {
      this.offers = offers.items ?? [];
      this.entitled = entitled;
    }
  }

  #who(approval) {
    const own = approval.proposer.name === this.user;
    const named = this.entitled ? deciders(this.entitled, approval) : [];
    return html`${own ? html`<p class="note" data-testid="own-proposal">${t('approval.own')}</p>` : nothing}
      ${named.length ? html`<p class="small">${t('approval.deciders', {names: list(named)})}</p>` : nothing}`;
  }

  #offers() {
    return this.offers?.length ? html`<h3>${t('approval.offers')}</h3><table class="offers">
      <thead><tr><th scope="col">${t('complaint.reference')}</th><th scope="col">${t('complaint.product')}</th>
        <th scope="col">${t('complaint.proposal')}</th></tr></thead>
      <tbody>${this.offers.map((each) => html`<tr data-testid="offer">
        <td><a class="mono" href="#/complaints/${each.reference}">${each.reference}</a></td><td>${each.product ?? '–'}</td>
        <td>${remedy({type: 'Material', ...each.remedy})} <span class="tag">${name('proposalState', each.state)}</span></td></tr>`)}</tbody></table>` : nothing;
  }

  #waiting(approval) {
    return html`<p class="small">${t('approval.by', {name: approval.proposer.name, time: dateTime(approval.requestedAt)})}</p>
      <p class="small">${list(approval.reasons.map((each) => name('approvalReason', each)))}
        (${t('approval.stake', {amount: money(approval.stake, approval.remedy.currency)})})</p>
      ${approval.missing > 1 ? html`<p class="small">${t('approval.missing', {n: approval.missing})}</p>` : nothing}
      ${this.#who(approval)}${this.#offers()}`;
  }

  render() {
    const {approval} = this.complaint;
    const state = name('approvalState', approval.state);
    return html`<section class="card approval" data-testid="approval" data-state=${approval.state}>
      <header><h2>${t('approval.title')}</h2><span class="tag">${state}</span></header>
      <div class="body"><p><strong>${remedy(approval.remedy)}</strong></p><p>${approval.explanation}</p>
        ${approval.state === 'waiting' ? this.#waiting(approval) : nothing}
        ${approval.approvedBy?.length ? html`<p class="small">${t('approval.approvedBy', {names: list(approval.approvedBy)})}</p>` : nothing}
        ${approval.refusedBy ? html`<p class="small" data-testid="approval-refused">${
          t('approval.refusedBy', {name: approval.refusedBy, reason: approval.refusedBecause})}</p>` : nothing}
      </div></section>`;
  }
}
customElements.define('amends-approval', Approval);
