import {html, nothing, svg} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {number, t} from '../i18n/text.js';
import {address, behind} from './link.js';
import {Figures} from './figures.js';
import {issue} from './issue.js';
import './chart.js';

const SHOWN_IN_CHART = 12;
const COLUMNS = 6;
const RATE = {maximumFractionDigits: 1};
const OPERATORS = ['SUPERVISOR', 'OPERATIONS'];

/** Which concerns many different customers share. */
class Recurrence extends Figures {
  static properties = {user: {}, roles: {attribute: false}, editing: {state: true}};

  question() {
    return {path: '/api/analytics/recurrence', query: {period: this.choice.period ?? 'week', product: this.choice.product ?? '', limit: 50}};
  }

  hint() {
    return t('recurrence.hint');
  }

  choosing() {
    const periods = ['day', 'week', 'month'].map((each) => [each, t(`recurrence.${each}`)]);
    // products that were seen stay to choose from
    this.products = [...new Set([...this.products ?? [], ...this.items.map((each) => each.product).filter(Boolean)])].sort();
    return html`${this.choices('period', t('recurrence.period'), periods, this.choice.period ?? 'week')}
      ${this.choices('product', t('recurrence.product'),
        [['', t('recurrence.allProducts')], ...this.products.map((each) => [each, each])], this.choice.product ?? '')}`;
  }

  #chart() {
    const top = this.items.slice(0, SHOWN_IN_CHART).reverse();
    return {
      title: {text: t('recurrence.chart')},
      xAxis: {type: 'value', minInterval: 1},
      yAxis: {type: 'category', data: top.map(label), axisLabel: {formatter: (text) => text.length > 34 ? `${text.slice(0, 33)}…` : text}},
      series: [{type: 'bar', name: t('recurrence.customers'), data: top.map(customers), barMaxWidth: 18,
        label: {show: true, position: 'right', color: 'inherit'}}],
    };
  }

  /** The chart has the first ones from bottom to top. */
  #opens(index) {
    const each = this.items.slice(0, SHOWN_IN_CHART).reverse()[index];
    return address('recurrence', each.id, {title: label(each)});
  }

  figures() {
    return html`<div class="charts"><amends-chart class="card" data-testid="chart-recurrence" .option=${this.#chart()}
        .opens=${({dataIndex}) => this.#opens(dataIndex)} label=${t('recurrence.chart')}></amends-chart></div>
      <div class="card"><table class="recurrence" data-testid="recurrence">
        <thead><tr><th scope="col">${t('recurrence.concern')}</th><th scope="col">${t('recurrence.product')}</th>
          <th scope="col" class="number">${t('recurrence.customers')}</th><th scope="col" class="number">${t('recurrence.complaints')}</th>
          <th scope="col">${t('recurrence.trend')}</th><th scope="col">${t('recurrence.examples')}</th></tr></thead>
        <tbody>${repeat(this.items, (each) => each.id, (each) => this.#row(each))}</tbody></table></div>`;
  }

  #row(each) {
    return html`<tr data-testid="cluster" data-cluster=${each.id}>
      <td><strong>${label(each)}</strong> ${each.rising ? html`<span class="rising" data-testid="rising">↗ ${t('recurrence.rising')}</span>` : nothing}
        ${each.knownIssue ? issue(each.knownIssue) : nothing}${relief(each.relief)}${this.#taking(each)}</td>
      <td>${each.product ?? '–'}</td>
      <td class="number">${told(each, number(customers(each)))}${apart(each)}</td>
      <td class="number">${told(each, number(each.concerns))}</td>
      <td>${sparkline(each.periods ?? [])}</td>
      <td>${(each.examples ?? []).slice(0, 3).map((example, index) => {
        return html`<a class="small" href="#/complaints/${example}" data-testid="example"
          aria-label="${t('recurrence.examples')} ${index + 1}">${index + 1}</a> `;
      })}</td></tr>
      ${this.editing === each.id ? html`<tr><td colspan=${COLUMNS}><amends-issue-form .cluster=${each} .label=${label(each)} .user=${this.user}
        @done=${() => this.#done(each.id)}></amends-issue-form></td></tr>` : nothing}`;
  }

  /** Whoever may takes a concern in hand, or changes what is known of it. */
  #taking(each) {
    return this.roles?.some((role) => OPERATORS.includes(role)) && this.editing !== each.id
      ? html`<div class="taking"><button class="small" data-testid="issue-edit" aria-label="${t(each.knownIssue ? 'issue.edit' : 'issue.open')}: ${label(each)}"
        @click=${() => {
          this.editing = each.id;
        }}>${t(each.knownIssue ? 'issue.edit' : 'issue.open')}</button></div>` : nothing;
  }

  async #done(id) {
    this.editing = null;
    await this.load();
    await this.updateComplete;
    this.querySelector(`[data-cluster="${CSS.escape(id)}"] [data-testid=issue-edit]`)?.focus();
  }
}
customElements.define('amends-recurrence', Recurrence);

/** Whether the rate really fell. */
const relief = (told) => told ? html`<p class="small ${told.since < told.before ? 'better' : 'soft'}" data-testid="relief">${
  t('issue.relief', {since: number(told.since, RATE), before: number(told.before, RATE)})}</p>` : nothing;

const label = (each) => each.label || (each.words ?? []).join(' ');
const customers = (each) => each.distinctCustomers ?? 0;
const told = (each, text) => behind(text, each.concerns, 'recurrence', {title: label(each)}, each.id);

/** How it is known that they are different people, for whoever asks. */
function apart({distinctBy = {}}) {
  const ways = Object.entries(distinctBy).map(([by, count]) => t(`identifiedBy.${by}`, {count: number(count)}));
  return ways.length ? html`<details class="small soft apart" data-testid="apart"><summary>${t('recurrence.apart')}</summary>${ways.map((each) => html`<p>${each}</p>`)}</details>` : nothing;
}

/** How many customers in each period, as a line; in words for those who cannot see it. */
function sparkline(periods) {
  if (periods.length < 2) {
    return nothing;
  }
  const counts = periods.map((each) => each.distinctCustomers);
  const [width, height, most] = [96, 26, Math.max(...counts, 1)];
  const points = counts.map((count, at) => [3 + at * (width - 6) / (counts.length - 1), height - 3 - count * (height - 6) / most]);
  const words = `${periods[0].period} – ${periods.at(-1).period}: ${counts.join(', ')}`;
  return html`<svg class="spark" viewBox="0 0 ${width} ${height}" role="img" aria-label=${words}>
    ${svg`<title>${words}</title><polyline points=${points.map((point) => point.join()).join(' ')}></polyline>
    <circle cx=${points.at(-1)[0]} cy=${points.at(-1)[1]} r="2.4"></circle>`}</svg>`;
}
