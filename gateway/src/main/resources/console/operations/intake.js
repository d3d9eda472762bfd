import {html} from 'lit';
import {name, number, t, timeOfDay} from '../i18n/text.js';
import {emptyState} from '../parts.js';
import {View} from '../view.js';
import '../insight/chart.js';

const OUTCOMES = ['accepted', 'quarantined', 'rejected', 'failed', 'underWay'];
const LATELY = 2 * 60_000;
const sum = (items, key) => items.reduce((total, each) => total + each[key], 0);
const groups = (items, key) => [...Map.groupBy(items, key)].map(([value, rows]) => ({value, rows}));

/** What arrived and what became of it: each row balances, or shows what is missing. */
class Intake extends View {
  question() {
    return {path: '/api/intake/operations/intake', query: {minutes: this.choice.minutes ?? 60}};
  }

  hint() {
    return t('intake.hint');
  }

  empty() {
    return emptyState(t('intake.empty'), t('intake.emptyHint'));
  }

  controls() {
    const spans = [[60, t('intake.hour')], [360, t('intake.hours', {count: 6})], [1440, t('intake.hours', {count: 24})]];
    return this.choices('minutes', t('intake.span'), spans, Number(this.choice.minutes ?? 60));
  }

  #chart() {
    const minutes = groups(this.items, (each) => each.minute).reverse();
    return {
      title: {text: t('intake.chart')}, legend: {},
      xAxis: {type: 'category', data: minutes.map((each) => timeOfDay(each.value)), axisLabel: {hideOverlap: true}},
      yAxis: {type: 'value', minInterval: 1},
      series: OUTCOMES.slice(0, 4).map((outcome) => ({type: 'bar', stack: 'all', name: t(`intake.${outcome}`), barMaxWidth: 22,
        data: minutes.map((each) => sum(each.rows, outcome))})),
    };
  }

  /** What is still under way after minutes has to be looked for. */
  #balance(each, at) {
    const missing = each.underWay !== 0 && Date.parse(this.answer.asOf) - Date.parse(at) > LATELY;
    return missing ? html`<strong class="bad" data-testid="unbalanced">✕ ${number(each.underWay)}</strong>`
      : html`<span class="fine"><span aria-hidden="true">${each.underWay === 0 ? '=' : '…'}</span>
          <span class="sr-only">${each.underWay === 0 ? t('intake.balanced') : t('intake.underWay')}</span></span>`;
  }

  #table(rows, first, testid) {
    return html`<div class="card"><table data-testid=${testid}><thead><tr><th scope="col">${first}</th><th scope="col">${t('intake.channel')}</th>
        ${['received', ...OUTCOMES, 'balance'].map((each) => html`<th scope="col" class="number">${t(`intake.${each}`)}</th>`)}</tr></thead>
      <tbody>${rows.map(({label, at, figures}) => html`<tr><td>${label}</td><td>${figures.channel ? name('channel', figures.channel) : t('group.overall')}</td>
        ${['received', ...OUTCOMES].map((each) => html`<td class="number">${number(figures[each])}</td>`)}
        <td class="number">${this.#balance(figures, at)}</td></tr>`)}</tbody></table></div>`;
  }

  figures() {
    const totals = groups(this.items, (each) => each.channel).map(({value, rows}) => ({
      label: t('intake.total'), at: (rows.findLast((each) => each.underWay !== 0) ?? rows[0]).minute,
      figures: {channel: value, ...Object.fromEntries(['received', ...OUTCOMES].map((each) => [each, sum(rows, each)]))},
    }));
    const minutes = this.items.map((each) => ({label: timeOfDay(each.minute), at: each.minute, figures: each}));
    return html`<div class="charts"><amends-chart class="card" data-testid="chart-intake" .option=${this.#chart()}
        label=${t('intake.chart')}></amends-chart></div>
      ${this.#table(totals, t('intake.span'), 'intake-totals')}
      <h2 class="between">${t('intake.byMinute')}</h2>${this.#table(minutes, t('intake.minute'), 'intake')}`;
  }
}
customElements.define('amends-intake', Intake);
