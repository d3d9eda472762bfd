import {html} from 'lit';
import {list, number, t} from '../i18n/text.js';
import {emptyState} from '../parts.js';
import {View} from '../view.js';

/** How far the consumers are behind. */
class Lag extends View {
  question() {
    return {path: '/api/intake/operations/lag', query: {}};
  }

  hint() {
    return t('lag.hint');
  }

  empty() {
    return emptyState(t('lag.empty'), t('lag.emptyHint'));
  }

  figures() {
    const behind = (topics) => list(topics.filter((each) => each.lag > 0).map((each) => `${each.topic} ${number(each.lag)}`)) || '–';
    return html`<div class="card"><table data-testid="lag"><thead><tr><th scope="col">${t('lag.group')}</th><th scope="col">${t('lag.state')}</th>
        <th scope="col" class="number">${t('lag.behind')}</th><th scope="col">${t('lag.topics')}</th></tr></thead>
      <tbody>${this.items.map((each) => html`<tr data-testid="group"><td class="mono">${each.group}</td>
        <td>${each.running ? t('lag.running') : html`<strong class="bad">${t('lag.stopped')}</strong>`}</td>
        <td class="number">${number(each.lag)}</td><td class="soft small">${behind(each.topics)}</td></tr>`)}</tbody></table></div>`;
  }
}
customElements.define('amends-lag', Lag);
