// What the board shows, drawn from what it is given.
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {name, number, t} from '../i18n/text.js';
import {priorityChip, reasons} from '../parts.js';
import {isOpen} from './rows.js';

export const CLOCKS = ['acknowledgement', 'first-human-reply', 'resolution'];

/** How many fit, as far as they are loaded. */
export const found = ({entries, isComplete}) => html`<span data-testid="filtered">${
  t(isComplete ? 'board.found' : 'board.foundMore', {n: number(entries.length)})}</span>`;

/** The queues to choose from, each with what is open in it. */
export function queueTabs(counts, chosen, choose) {
  const sum = (field) => counts.reduce((total, each) => total + each[field], 0);
  const all = {queue: '', open: sum('open'), urgent: sum('urgent'), breached: sum('breached')};
  return html`<div class="queues" role="group" aria-label=${t('complaint.queue')}>
    ${[all, ...counts].map((each) => html`
      <button aria-pressed=${each.queue === chosen} data-testid="queue" data-queue=${each.queue}
        @click=${() => choose(each.queue)}>
        ${each.queue ? name('queue', each.queue) : t('board.all')}
        <span><span class="count">${number(each.open)}</span> <span class="soft small">${t('board.open')}</span></span>
        ${each.urgent ? html`<span class="urgent">${t('board.urgent', {n: number(each.urgent)})}</span>` : nothing}
        ${each.breached ? html`<span class="overdue">${t('board.breached', {n: number(each.breached)})}</span>` : nothing}
      </button>`)}</div>`;
}

/** One complaint as a row of the table. */
export function boardRow(row, {index, selected, fresh, picking}) {
  const why = reasons(row.priority);
  const clock = (clockName) => row.clocks?.find((each) => each.clock === clockName);
  return html`<tr class="row ${isOpen(row) ? '' : 'done'} ${fresh ? 'fresh' : ''} ${selected ? 'selected' : ''}"
      data-testid="row" data-reference=${row.reference} aria-current=${selected ? 'true' : nothing}
      aria-rowindex=${index + 2} @click=${() => {
        location.hash = `#/complaints/${row.reference}`;
      }}>
    ${picking ? html`<td class="pick" @click=${(event) => event.stopPropagation()}><input type="checkbox" data-testid="pick" .checked=${live(picking.picked)}
      aria-label=${t('bulk.pick', {title: row.title})} @change=${picking.pick}></td>` : nothing}
    <td>${priorityChip(row.priority)}<span class="below mono">${row.reference}</span></td>
    <td>
      <a class="title" href="#/complaints/${row.reference}" title=${row.title} data-testid="title" lang=${row.language ?? nothing}>${row.title}</a>
      <span class="why" title=${why} data-testid="why">${why}</span>
      <span class="folded" data-testid="folded">${[row.product, row.customer?.name ?? t('board.anonymous')].filter(Boolean).join(' · ')}</span>
    </td>
    <td class="wide" title=${row.product ?? ''}>${row.product ?? '–'}
      <span class="below">${name('channel', row.channel)}</span></td>
    <td class="wide">${row.customer?.name ?? html`<span class="soft">${t('board.anonymous')}</span>`}
      <span class="below">${[name('tier', row.customer?.tier),
        row.contacts > 1 ? t('board.contacts', {n: row.contacts}) : ''].filter(Boolean).join(' · ')}</span></td>
    <td>${row.owner ?? html`<span class="soft">${t('board.nobody')}</span>`}
      <span class="below status" data-testid="status" data-status=${row.status}>${name('status', row.status)}</span></td>
    ${CLOCKS.map((clockName) => html`<td>${clock(clockName)
      ? html`<sla-clock .clock=${clock(clockName)}></sla-clock>` : '–'}</td>`)}
  </tr>`;
}
