import {html} from 'lit';
import {name, number, percent, span, t} from '../i18n/text.js';
import {address, behind} from './link.js';
import {FiguresOfBrand} from './ofbrand.js';
import './chart.js';

const WAITS = ['acknowledgement', 'firstReply', 'resolution'];
const MINUTE = 60;
const HOUR = 3600;

/** A time that is over, with its units. */
function wait(seconds) {
  if (seconds === undefined || seconds === null) {
    return '–';
  }
  const whole = Math.round(seconds);
  return whole < MINUTE ? t('span.seconds', {seconds: whole})
    : whole < HOUR ? t('span.minutes', {minutes: Math.floor(whole / MINUTE), seconds: whole % MINUTE}) : span(whole * 1000);
}

/** How long customers wait. */
class Turnaround extends FiguresOfBrand {
  question() {
    return {path: '/api/analytics/turnaround', query: {}};
  }

  hint() {
    return t('turnaround.hint');
  }

  #group(each) {
    return each.by === 'overall' ? t('group.overall') : name(each.by, each.value);
  }

  #chart() {
    const series = (key, label) => ({type: 'bar', name: label, barMaxWidth: 22,
      data: WAITS.map((each) => Number(((this.items[0][each]?.[key] ?? 0) / HOUR).toFixed(3)))});
    return {
      title: {text: `${t('insight.turnaround')} (h)`}, legend: {},
      xAxis: {type: 'category', data: WAITS.map((each) => t(`turnaround.${each}`))}, yAxis: {type: 'value'},
      series: [series('p50Seconds', '50 %'), series('p90Seconds', '90 %')],
    };
  }

  figures() {
    return html`<div class="charts"><amends-chart class="card" data-testid="chart-turnaround" label=${t('insight.turnaround')}
        .option=${this.#chart()} .opens=${({dataIndex}) => address('turnaround', 'complaints', this.of(this.items[0], {figure: WAITS[dataIndex]}))}></amends-chart></div>
      <div class="card"><table data-testid="turnaround"><thead><tr><th scope="col">${t('turnaround.group')}</th>
        <th scope="col" class="number">${t('turnaround.complaints')}</th>
        ${WAITS.map((each) => html`<th scope="col" class="number">${t(`turnaround.${each}`)}</th>`)}
        <th scope="col" class="number">${t('turnaround.fcr')}</th></tr></thead>
      <tbody>${this.items.map((each) => html`<tr><td>${this.#group(each)}</td><td class="number">${
        behind(number(each.complaints), each.complaints, 'turnaround', this.of(each, {figure: 'complaints'}))}</td>
        ${WAITS.map((key) => html`<td class="number">${wait(each[key]?.p50Seconds)} / ${wait(each[key]?.p90Seconds)}
          <span class="soft small">(${behind(number(each[key]?.count ?? 0), each[key]?.count, 'turnaround', this.of(each, {figure: key}))})</span></td>`)}
        <td class="number">${behind(percent(each.firstContactResolutionShare), each.onTheSpot, 'turnaround', this.of(each, {figure: 'onTheSpot'}))}</td></tr>`)}</tbody></table></div>`;
  }
}
customElements.define('amends-turnaround', Turnaround);
