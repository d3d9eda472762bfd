// What is known about the matter, why it is as urgent as it is, and what the customer was told.
import {html, nothing} from 'lit';
import {explained} from '../element.js';
import {dateTime, name, number, t} from '../i18n/text.js';
import {evidence} from '../parts.js';
import {assessment, remedy} from './sentences.js';

const line = (label, value) => value ? html`<dt>${label}</dt><dd>${value}</dd>` : nothing;

const answered = ({answer}) => html`<p>${t('event.FollowUpAnswered', {
  solved: t(answer.solved ? 'event.FollowUpAnswered.yes' : 'event.FollowUpAnswered.no'), csat: answer.satisfaction ?? '–',
  ces: answer.effort ?? '–', nps: answer.recommendation ?? '–', comment: answer.comment ?? ''})}</p>`;

const promised = (promise) => html`<p>${promise.what} <span class="small">${dateTime(promise.due)}</span>
  <span class="tag">${name('promiseState', promise.state)}</span></p>`;

export function known(c) {
  const answers = (c.followUps ?? []).filter((each) => each.answer);
  return html`<section class="card" data-testid="known"><header><h2>${t('complaint.known')}</h2></header><div class="body">
    <dl class="known">
      ${line(t('complaint.product'), c.product)}
      ${line(t('complaint.concern'), c.concern?.words)}
      ${line(t('complaint.demand'), c.demand && `${name('demandKind', c.demand.kind)} – ${c.demand.words}`)}
      ${line(t('complaint.assessment'), c.assessment && t('event.ComplaintAssessed', assessment(c.assessment)))}
      ${line(t('complaint.proposal'), c.proposal && html`${remedy(c.proposal.remedy)}
        <span class="tag">${name('proposalState', c.proposal.state)}</span><br><span class="small">${c.proposal.explanation}</span>`)}
      ${line(t('complaint.promises'), c.promises?.length ? c.promises.map(promised) : null)}
      ${line(t('complaint.followUps'), answers.length ? answers.map(answered) : null)}
    </dl>
    ${c.concern || c.status === 'resolved' || c.status === 'closed' ? nothing : html`<p class="soft small">${t('complaint.nothingKnown')}</p>`}
  </div></section>`;
}

export function why(c) {
  if (!c.priority?.factors?.length) {
    return nothing;
  }
  return html`<section class="card" data-testid="factors"><header><h2>${t('complaint.why')}</h2></header><div class="body">
    <table class="factors">
      <thead><tr><th scope="col">${t('complaint.factor')}</th><th scope="col">${t('complaint.evidence')}</th>
        <th scope="col" class="number">${t('complaint.points')}</th></tr></thead>
      <tbody>${c.priority.factors.map((factor) => html`<tr><td>${name('factor', factor.factor)}</td>
        <td>${evidence(factor)}</td><td class="number">${number(factor.points, {signDisplay: 'exceptZero'})}</td></tr>`)}</tbody>
      <tfoot><tr><td colspan="2">${t('complaint.sum')} <span class="soft small">${c.priority.policy ?? ''}</span></td>
        <td class="number">${number(c.priority.score)}</td></tr></tfoot>
    </table></div></section>`;
}

const delivery = (each) => html`<li data-testid="delivery" data-kind=${each.kind} data-status=${each.status}>
  <details><summary>${name('notification', each.kind)}
    <span class="soft small">${dateTime(each.settledAt ?? each.requestedAt)}</span>
    <span class="state ${each.status}">${name('delivery', each.status)}${each.suppressed
      ? `: ${name('suppressed', each.suppressed)}` : ''}</span></summary>
    ${each.to ? html`<p class="small soft">${each.to}</p>` : nothing}
    ${each.text ? html`<pre>${each.subject ? `${each.subject}\n\n` : ''}${each.text}</pre>` : nothing}
    ${each.reason ? html`<p class="small">${each.reason}</p>` : nothing}</details></li>`;

const CLOSED = [403, 404];

/** Why nothing is listed: it is closed to whoever looks, or did not come. */
const untold = (problem, again) => CLOSED.includes(problem.status)
  ? html`<p class="note" data-testid="deliveries-closed">${t('complaint.deliveriesClosed')}</p>`
  : html`<div class="error" role="alert" data-testid="deliveries-problem"><p>${explained(problem, t)}</p><button @click=${again}>${t('action.retry')}</button></div>`;

/** `deliveries` is absent until they are known, `problem` says why they can't be. */
export const told = (deliveries, problem, again) => html`<section class="card" data-testid="deliveries"><header><h2>${t('complaint.deliveries')}</h2></header>
  <div class="body">${problem ? untold(problem, again)
    : !deliveries ? html`<span class="skeleton"></span>`
      : deliveries.length === 0 ? html`<p class="soft">${t('complaint.noDeliveries')}</p>`
        : html`<ul class="deliveries">${deliveries.map(delivery)}</ul>`}</div></section>`;
