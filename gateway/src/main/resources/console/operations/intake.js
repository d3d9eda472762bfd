import {html, nothing} from 'lit';
import {dateTime, name, number, t, timeOfDay} from '../i18n/text.js';
import {emptyState} from '../parts.js';
import {View} from '../view.js';
import '../insight/chart.js';

const OUTCOMES = ['accepted', 'quarantined', 'setAside', 'rejected', 'failed', 'underWay'];
const FATES = ['new', 'appended', 'known', 'quarantined', 'setAside', 'rejected', 'failed', 'open'];
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

  get isEmpty() {
    return super.isEmpty && this.answer.sources.length === 0;
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
      series: OUTCOMES.slice(0, 5).map((outcome) => ({type: 'bar', stack: 'all', name: t(`intake.${outcome}`), barMaxWidth: 22,
        data: minutes.map((each) => sum(each.rows, outcome))})),
    };
  }

  /** What is still under way after minutes has to be looked for. */
  #balance(open, at) {
    const missing = open !== 0 && Date.parse(this.answer.asOf) - Date.parse(at) > LATELY;
    return missing ? html`<strong class="bad" data-testid="unbalanced">✕ ${number(open)}</strong>`
      : html`<span class="fine"><span aria-hidden="true">${open === 0 ? '=' : '…'}</span>
          <span class="sr-only">${open === 0 ? t('intake.balanced') : t('intake.underWay')}</span></span>`;
  }

  /** @param columns their keys; the last of them is what is still open */
  #table(testid, heads, columns, rows) {
    return html`<div class="card"><table data-testid=${testid}><thead><tr>${heads.map((each) => html`<th scope="col">${each}</th>`)}
        ${['received', ...columns, 'balance'].map((each) => html`<th scope="col" class="number">${t(`intake.${each}`)}</th>`)}</tr></thead>
      <tbody>${rows.map(({labels, at, figures}) => html`<tr>${labels.map((each) => html`<td>${each}</td>`)}
        ${['received', ...columns].map((each) => html`<td class="number">${number(figures[each])}</td>`)}
        <td class="number">${this.#balance(figures[columns.at(-1)], at)}</td></tr>`)}</tbody></table></div>`;
  }

  #bySource() {
    const rows = groups(this.answer.sources, (each) => each.source).map(({value, rows: minutes}) => ({
      labels: [value], at: (minutes.findLast((each) => each.open !== 0) ?? minutes[0]).minute,
      figures: Object.fromEntries(['received', ...FATES].map((each) => [each, sum(minutes, each)])),
    }));
    return this.#table('intake-sources', [t('intake.source')], FATES, rows);
  }

  /** The same by minute, all sources together. */
  #byMinute() {
    const rows = groups(this.answer.sources, (each) => each.minute).map(({value, rows: sources}) => ({
      labels: [timeOfDay(value)], at: value, figures: Object.fromEntries(['received', ...FATES].map((each) => [each, sum(sources, each)])),
    }));
    return this.#table('intake-minutes', [t('intake.minute')], FATES, rows.sort((one, other) => other.at.localeCompare(one.at)));
  }

  #missing() {
    const {count, contacts} = this.answer.missing;
    return count === 0 ? nothing : html`<div class="card missing" role="alert" data-testid="missing"><div class="body">
      <h2 class="bad">${t('intake.missing', {count: number(count)})}</h2><p>${t('intake.missingHint')}</p>
      <ul>${contacts.map((each) => html`<li><code>${each.contactId}</code> ${each.source}, ${dateTime(each.since)}</li>`)}</ul></div></div>`;
  }

  /** What sources know of and intake does not. */
  #remainders() {
    const left = this.answer.remainders ?? [];
    return left.length === 0 ? nothing : html`<div class="card missing" role=${left.some((each) => each.overdue) ? 'alert' : 'status'} data-testid="remainders">
      <div class="body"><h2 class=${left.some((each) => each.overdue) ? 'bad' : ''}>${t('intake.remainders', {count: number(sum(left, 'count'))})}</h2>
      <p>${t('intake.remaindersHint')}</p>
      <ul>${left.map((each) => html`<li>${each.source}: ${number(each.count)}, ${dateTime(each.since)}
        ${each.ids.slice(0, 10).map((id) => html` <code>${id}</code>`)}</li>`)}</ul></div></div>`;
  }

  figures() {
    const minutes = this.items.map((each) => ({labels: [timeOfDay(each.minute), name('channel', each.channel)], at: each.minute, figures: each}));
    return html`${this.#missing()}${this.#remainders()}
      <div class="charts"><amends-chart class="card" data-testid="chart-intake" .option=${this.#chart()}
        label=${t('intake.chart')}></amends-chart></div>
      <h2 class="between">${t('intake.bySource')}</h2>${this.#bySource()}
      <h2 class="between">${t('intake.byMinute')}</h2>${this.#byMinute()}
      <h2 class="between">${t('intake.byChannel')}</h2><p class="soft small between-text" data-testid="channels-told">${t('intake.byChannelHint')}</p>
      ${this.#table('intake', [t('intake.minute'), t('intake.channel')], OUTCOMES, minutes)}`;
  }
}
customElements.define('amends-intake', Intake);
