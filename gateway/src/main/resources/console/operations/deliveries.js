import {html, nothing} from 'lit';
import {dateTime, name, number, t} from '../i18n/text.js';
import {emptyState} from '../parts.js';
import {View} from '../view.js';

/** What did not reach the customer: somebody has to call him. */
class Deliveries extends View {
  question() {
    return {path: '/api/notifications/failures', query: {limit: 200}};
  }

  hint() {
    return t('deliveries.hint');
  }

  empty() {
    return emptyState(t('deliveries.empty'), t('deliveries.emptyHint'));
  }

  figures() {
    return html`<div class="card"><table data-testid="deliveries"><thead><tr>
        ${['at', 'complaint', 'kind', 'status', 'reason'].map((each) => html`<th scope="col">${t(`deliveries.${each}`)}</th>`)}
        <th scope="col" class="number">${t('deliveries.attempts')}</th></tr></thead>
      <tbody>${this.items.map((each) => html`<tr data-testid="failure"><td>${dateTime(each.at)}</td>
        <td><a class="mono" href="#/complaints/${each.reference}">${each.reference}</a></td>
        <td>${name('notification', each.kind)}</td><td>${name('delivery', each.status)}${each.delivery
          ? html` <span class="soft small">${each.delivery}</span>` : nothing}</td>
        <td>${each.reason ?? '–'}</td><td class="number">${number(each.attempts)}</td></tr>`)}</tbody></table></div>
      ${this.answer.next ? html`<p class="soft small between">${t('deliveries.more')}</p>` : nothing}`;
  }
}
customElements.define('amends-deliveries', Deliveries);
