import {html} from 'lit';
import {day, name, number, percent, t} from '../i18n/text.js';
import {address, behind} from './link.js';
import {FiguresOfBrand} from './ofbrand.js';
import './chart.js';

/** How satisfied those are who answered. */
class Satisfaction extends FiguresOfBrand {
  /** Whoever does not see all queues gets figures by queue only. */
  get #by() {
    return this.limitedTo('queues') ? 'queue' : this.choice.by ?? 'day';
  }

  question() {
    return {path: '/api/analytics/satisfaction', query: {by: this.#by}};
  }

  hint() {
    return t('satisfaction.hint');
  }

  choosing() {
    const dimensions = (this.limitedTo('queues') ? ['queue'] : ['day', 'channel', 'queue', 'product']).map((each) => [each, t(`satisfaction.by.${each}`)]);
    return this.choices('by', t('satisfaction.by'), dimensions, this.#by);
  }

  #value(each) {
    switch (this.#by) {
      case 'day': return day(each.value);
      case 'channel': return name('channel', each.value);
      case 'queue': return name('queue', each.value);
      default: return each.value;
    }
  }

  #figure(each, figure) {
    return this.of(each, {figure});
  }

  #chart(title, field, counts, range) {
    return {
      title: {text: title},
      xAxis: {type: 'category', data: this.items.map((each) => this.#value(each)), axisLabel: {hideOverlap: true}},
      yAxis: [{type: 'value', ...range}, {type: 'value', minInterval: 1, splitLine: {show: false}}],
      series: [
        {type: 'bar', name: t('satisfaction.answers'), yAxisIndex: 1, data: this.items.map((each) => each[counts]),
          barMaxWidth: 26, itemStyle: {opacity: 0.28, color: '#8a96a1'}},
        {type: 'line', name: title, data: this.items.map((each) => each[field] ?? null), connectNulls: true,
          symbol: 'circle', symbolSize: 7, lineStyle: {width: 2.5}},
      ],
    };
  }

  figures() {
    return html`<div class="charts">
        <amends-chart class="card" data-testid="chart-csat" .opens=${({dataIndex}) => address('satisfaction', 'complaints', this.#figure(this.items[dataIndex], 'csat'))}
          label=${t('satisfaction.csat')}
          .option=${this.#chart(t('satisfaction.csat'), 'csatMean', 'csatAnswers', {min: 1, max: 5})}></amends-chart>
        <amends-chart class="card" data-testid="chart-ces" .opens=${({dataIndex}) => address('satisfaction', 'complaints', this.#figure(this.items[dataIndex], 'ces'))}
          label=${t('satisfaction.ces')}
          .option=${this.#chart(t('satisfaction.ces'), 'cesMean', 'cesAnswers', {min: 1, max: 7})}></amends-chart>
        <amends-chart class="card" data-testid="chart-nps" .opens=${({dataIndex}) => address('satisfaction', 'complaints', this.#figure(this.items[dataIndex], 'nps'))}
          label=${t('satisfaction.nps')}
          .option=${this.#chart(t('satisfaction.nps'), 'npsScore', 'npsAnswers', {min: -100, max: 100})}></amends-chart>
      </div>
      <div class="card"><table data-testid="satisfaction">
        <thead><tr><th scope="col">${t(`satisfaction.by.${this.#by}`)}</th>
          ${['answers', 'solved', 'csat', 'ces', 'nps'].map((each) => html`<th scope="col" class="number">${t(`satisfaction.${each}`)}</th>`)}</tr></thead>
        <tbody>${this.items.map((each) => html`<tr><td>${this.#value(each)}</td>
          <td class="number">${behind(number(each.answers), each.answers, 'satisfaction', this.#figure(each, 'answers'))}</td>
          <td class="number">${behind(percent(each.solvedShare), each.answers, 'satisfaction', this.#figure(each, 'solved'))}</td>
          <td class="number">${number(each.csatMean, {maximumFractionDigits: 2})}
            <span class="soft small">(${behind(number(each.csatAnswers), each.csatAnswers, 'satisfaction', this.#figure(each, 'csat'))})</span></td>
          <td class="number">${number(each.cesMean, {maximumFractionDigits: 2})}
            <span class="soft small">(${behind(number(each.cesAnswers), each.cesAnswers, 'satisfaction', this.#figure(each, 'ces'))})</span></td>
          <td class="number">${number(each.npsScore, {maximumFractionDigits: 0})}
            <span class="soft small">(${behind(number(each.npsAnswers), each.npsAnswers, 'satisfaction', this.#figure(each, 'nps'))})</span></td></tr>`)}</tbody>
      </table></div>`;
  }
}
customElements.define('amends-satisfaction', Satisfaction);
