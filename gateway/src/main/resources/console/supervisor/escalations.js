import {html, nothing} from 'lit';
import {name, t} from '../i18n/text.js';
import {emptyState, priorityChip, reasons} from '../parts.js';
import {View} from '../view.js';

const PRESSING = {breached: 0, warned: 1, running: 2};

/** The clock that presses most, first. */
const pressing = ({clocks}) => [...clocks].filter(({state}) => state in PRESSING)
  .sort((a, b) => PRESSING[a.state] - PRESSING[b.state] || Date.parse(a.dueAt) - Date.parse(b.dueAt));

/** Open complaints whose clocks are over or have warned, what happened last first. */
class Escalations extends View {
  question() {
    return {path: '/api/board/escalations', query: {limit: 200}};
  }

  hint() {
    return t('escalations.hint');
  }

  empty() {
    return emptyState(t('escalations.empty'), t('escalations.emptyHint'));
  }

  figures() {
    return html`<div class="card scroll"><table data-testid="escalations"><thead><tr>
        ${['complaint', 'priority', 'clocks', 'queue', 'owner'].map((each) => html`<th scope="col">${t(`escalations.${each}`)}</th>`)}</tr></thead>
      <tbody>${this.items.map((row) => html`<tr data-testid="escalated" data-reference=${row.reference}>
        <td><a class="mono" href="#/complaints/${row.reference}">${row.reference}</a><br>${row.title}<br><span class="small soft">${reasons(row.priority)}</span></td>
        <td>${priorityChip(row.priority)}</td>
        <td><div class="clocks">${pressing(row).slice(0, 2).map((clock) => html`<sla-clock .clock=${clock} labelled></sla-clock>`)}</div></td>
        <td>${name('queue', row.queue)}</td>
        <td>${row.owner ? html`<a href="#/supervisor/agent/${encodeURIComponent(row.owner)}">${row.owner}</a>` : html`<span class="soft">${t('escalations.nobody')}</span>`}</td></tr>`)}</tbody></table></div>
      ${this.items.length >= 200 ? html`<p class="soft small">${t('escalations.more')}</p>` : nothing}`;
  }
}
customElements.define('amends-escalations', Escalations);
