import {ConsoleElement} from '../element.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** A chart; the charting library is loaded with the first one. `option` gets the theme's colours. */
class Chart extends ConsoleElement {
  static properties = {option: {attribute: false}, label: {}, opens: {attribute: false}};

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'img');
    this.listenTo(dark, 'change', () => this.requestUpdate());
    const size = new ResizeObserver(() => this.chart?.resize());
    size.observe(this);
    this.whileShown(() => size.disconnect());
    this.whileShown(() => {
      this.chart?.dispose();
      this.chart = null;
    });
  }

  async updated() {
    this.setAttribute('aria-label', this.label ?? '');
    const {init} = await import('echarts');
    if (!this.isConnected) {
      return;
    }
    this.chart ??= this.#clickable(init(this));
    this.chart.setOption(this.#themed(this.option), true);
    this.dataset.drawn = 'true';
  }

  /** `opens` says which address a part of the chart leads to; the table beside it has the same links. */
  #clickable(chart) {
    chart.on('click', (part) => {
      const address = this.opens?.(part);
      if (address) {
        location.hash = address;
      }
    });
    return chart;
  }

  #themed(option) {
    const theme = getComputedStyle(document.documentElement);
    const colour = (name) => theme.getPropertyValue(name).trim();
    const axis = (each) => ({
      axisLine: {lineStyle: {color: colour('--line-strong')}}, splitLine: {lineStyle: {color: colour('--line')}},
      ...each, axisLabel: {color: colour('--ink-soft'), ...each?.axisLabel},
    });
    const axes = (value) => Array.isArray(value) ? value.map(axis) : axis(value);
    return {
      animation: !still.matches,
      // told apart by people with any colour vision
      color: dark.matches ? ['#6cc5d9', '#f5b942', '#c79bf2', '#9aa7b1', '#ff8a80']
        : ['#0f5c6e', '#d98200', '#7b4fb5', '#6b7782', '#b3261e'],
      textStyle: {color: colour('--ink'), fontFamily: colour('--font')},
      grid: {left: 8, right: 16, top: 40, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel'},
      // as a canvas: style attributes in HTML are forbidden by the content security policy
      tooltip: {trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: colour('--raised'),
        borderColor: colour('--line-strong'), textStyle: {color: colour('--ink'), fontSize: 12}},
      ...option,
      title: option.title && {left: 4, top: 4, textStyle: {fontSize: 14, fontWeight: 600, color: colour('--ink')}, ...option.title},
      legend: option.legend && {right: 8, top: 4, textStyle: {color: colour('--ink-soft')}, ...option.legend},
      xAxis: option.xAxis && axes(option.xAxis),
      yAxis: option.yAxis && axes(option.yAxis),
    };
  }
}
customElements.define('amends-chart', Chart);
