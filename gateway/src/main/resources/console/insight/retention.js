import {html, nothing} from 'lit';
import {name, number, t} from '../i18n/text.js';
import {behind} from './link.js';
import {FiguresOfBrand} from './ofbrand.js';

const isEstimate = (key) => key.endsWith('Estimate');
const shown = (value) => number(value, {maximumFractionDigits: 1});

/** The complaints that an estimate is made from; the others speak of people who never wrote. */
const MADE_FROM = {
  retainedCustomersEstimate: 'resolved', retainedIfAllPromptEstimate: 'resolved', savedInCostsOfKeepingOneEstimate: 'resolved',
  lostByDelayEstimate: 'resolvedLate', customersLostPerHourEstimate: 'open', lostUnsolvedEstimate: 'unsolved',
};

/** What good complaint handling is worth: what was counted, and what a model of customers' behaviour makes of it. */
class Retention extends FiguresOfBrand {
  question() {
    return {path: '/api/analytics/retention', query: {}};
  }

  hint() {
    return t('retention.hint');
  }

  /** What was counted leads to its complaints, an estimate to those that it is made from. */
  #figure(each, key) {
    const figure = isEstimate(key) ? MADE_FROM[key] : key;
    return figure ? behind(shown(each[key]), each[key], 'retention', this.of(each, {figure}), 'complaints',
      t(isEstimate(key) ? 'behind.madeFrom' : 'behind.open')) : shown(each[key]);
  }

  /** Where nobody wrote, nothing can be opened. */
  #unheard(each, key) {
    return isEstimate(key) && !MADE_FROM[key]
      ? html`<dd class="small soft" data-testid="unheard">${t('retention.unheard', {count: number(each.complaints)})}</dd>` : nothing;
  }

  #tiles(each, wanted, title) {
    const figures = Object.entries(each).filter(([key, value]) => typeof value === 'number' && wanted(key));
    return html`<h2>${title}</h2><dl class="tiles">${figures.map(([key, value]) => html`
      <div class="card tile" data-figure=${key}><dt>${t(`retention.${key}`)}</dt><dd>${this.#figure(each, key)}</dd>${this.#unheard(each, key)}</div>`)}</dl>`;
  }

  figures() {
    const overall = this.items.find(({by}) => by === 'overall');
    const queues = this.items.filter((each) => each !== overall);
    const columns = ['complaints', 'resolved', 'retainedCustomersEstimate', 'lostByDelayEstimate', 'lostUnsolvedEstimate'];
    return html`<div data-testid="retention">
      ${overall ? html`${this.#tiles(overall, (key) => !isEstimate(key), t('retention.counted'))}
        ${this.#tiles(overall, isEstimate, `${t('retention.estimated')} – ${t('retention.model', {model: overall.model})}`)}` : nothing}
      ${queues.length === 0 ? nothing : html`<h2>${t('retention.byQueue')}</h2><div class="card"><table>
        <thead><tr><th scope="col">${t('complaint.queue')}</th>${columns.map((key) =>
          html`<th scope="col" class="number">${t(`retention.${key}`)}</th>`)}</tr></thead>
        <tbody>${queues.map((each) => html`<tr><td>${name(each.by, each.value)}</td>${columns.map((key) =>
          html`<td class="number">${this.#figure(each, key)}</td>`)}</tr>`)}</tbody></table></div>`}</div>`;
  }
}
customElements.define('amends-retention', Retention);
