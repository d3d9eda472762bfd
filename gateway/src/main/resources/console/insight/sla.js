import {html} from 'lit';
import {name, number, percent, t} from '../i18n/text.js';
import {address, behind} from './link.js';
import {FiguresOfBrand} from './ofbrand.js';
import './chart.js';

const OUTCOMES = ['met', 'metLate', 'overdue', 'running'];

const decided = (each) => (each.met ?? 0) + (each.metLate ?? 0) + (each.overdue ?? 0);

/** How well the promised times are kept. */
class Sla extends FiguresOfBrand {
  question() {
    return {path: '/api/analytics/sla', query: {}};
  }

  hint() {
    return t('sla.hint');
  }

  #figure(each, outcome) {
    return this.of(each, {clock: each.clock, outcome});
  }

  #group(each) {
    switch (each.by) {
      case undefined: case 'overall': return t('group.overall');
      case 'priority': return name('priority', each.value.toUpperCase());
      default: return name(each.by, each.value);
    }
  }

  #chart() {
    const overall = this.items.filter((each) => each.by === undefined || each.by === 'overall');
    const series = (key, label) => ({type: 'bar', stack: 'all', name: label, barMaxWidth: 26, data: overall.map(key)});
    return {
      title: {text: t('insight.sla')}, legend: {},
      yAxis: {type: 'category', inverse: true, data: overall.map((each) => name('clock', each.clock))}, xAxis: {type: 'value', minInterval: 1},
      series: [series((each) => each.met ?? 0, t('sla.met')), series((each) => each.metLate ?? 0, t('sla.late')),
        series((each) => each.overdue ?? 0, t('sla.breached')), series((each) => each.running ?? 0, t('sla.running'))],
    };
  }

  #opens({dataIndex, seriesIndex}) {
    const overall = this.items.filter((each) => each.by === undefined || each.by === 'overall');
    return address('sla', 'complaints', this.#figure(overall[dataIndex], OUTCOMES[seriesIndex]));
  }

  figures() {
    return html`<div class="charts"><amends-chart class="card" data-testid="chart-sla" label=${t('insight.sla')}
        .option=${this.#chart()} .opens=${(part) => this.#opens(part)}></amends-chart></div>
      <div class="card"><table data-testid="sla"><thead><tr><th scope="col">${t('sla.clock')}</th><th scope="col">${t('sla.level')}</th>
        ${['met', 'late', 'breached', 'running', 'share'].map((each) => html`<th scope="col" class="number">${t(`sla.${each}`)}</th>`)}</tr></thead>
      <tbody>${this.items.map((each) => html`<tr><td>${name('clock', each.clock)}</td><td>${this.#group(each)}</td>
        ${OUTCOMES.map((outcome) => html`<td class="number">${
          behind(number(each[outcome] ?? 0), each[outcome], 'sla', this.#figure(each, outcome))}</td>`)}
        <td class="number">${behind(percent(each.keptShare, 1), each.keptShare !== undefined && decided(each), 'sla', this.#figure(each, 'decided'))}</td></tr>`)}</tbody></table></div>`;
  }
}
customElements.define('amends-sla', Sla);
