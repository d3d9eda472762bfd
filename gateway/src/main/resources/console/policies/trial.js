import {html, nothing} from 'lit';
import {post} from '../api.js';
import {ConsoleElement, explained} from '../element.js';
import {dateTime, name, number, t} from '../i18n/text.js';

const DAY = 86_400_000;
const date = (time) => new Date(time).toISOString().slice(0, 10);

/** What a candidate would have changed about the breaches of the past: asked before it comes into force. Tells `refused` with the faults. */
class Trial extends ConsoleElement {
  static properties = {
    name: {}, candidate: {attribute: false}, span: {state: true}, since: {state: true}, seconds: {state: true}, answer: {state: true},
    problem: {state: true},
  };

  constructor() {
    super();
    this.span = {from: date(Date.now() - 30 * DAY), to: date(Date.now())};
  }

  willUpdate(change) {
    if (change.has('candidate')) {
      this.answer = null;
      this.problem = null;
    }
  }

  async #try(event) {
    event.preventDefault();
    const {candidate} = this;
    this.answer = null;
    this.problem = null;
    this.seconds = 0;
    const beat = setInterval(() => {
      this.seconds += 1;
    }, 1000);
    try {
      const answer = await post('/api/policies/preview', {name: this.name, body: candidate, ...this.span});
      this.answer = candidate === this.candidate ? answer : null;
    } catch (problem) {
      this.problem = problem;
      const faults = (problem.body?.errors ?? []).filter(({pointer}) => pointer?.startsWith('/body'))
        .map(({pointer, detail}) => ({pointer: pointer.slice('/body'.length), detail}));
      if (faults.length) {
        this.dispatchEvent(new CustomEvent('refused', {detail: faults}));
      }
    } finally {
      clearInterval(beat);
      this.seconds = undefined;
    }
  }

  #shift(head, rows) {
    const examples = (part) => part.examples.map((each) => html` <a class="mono small" href="#/complaints/${each}">${each}</a>`);
    const cell = (part, sign) => html`<td class="number">${part.breaches ? html`<strong class=${sign}>${number(part.breaches)}</strong>
      <span class="small soft">${t('trial.of', {count: number(part.complaints)})}</span><br>${examples(part)}` : '0'}</td>`;
    return html`<table data-testid="trial-${head}"><thead><tr><th scope="col">${t(`trial.${head}`)}</th>
        <th scope="col" class="number">${t('trial.gained')}</th><th scope="col" class="number">${t('trial.lost')}</th></tr></thead>
      <tbody>${rows.map(([label, {gained, lost}]) => html`<tr><th scope="row">${label}</th>${cell(gained, 'bad')}${cell(lost, 'fine')}</tr>`)}</tbody></table>`;
  }

  #answer() {
    const {complaints, total, queues, clocks, truncated, reached} = this.answer;
    return html`<div class="result" role="status" data-testid="trial-result"><p>${t('trial.looked', {count: number(complaints)})}
        ${truncated ? t('trial.truncated', {time: dateTime(reached)}) : nothing}</p>
      <p class="figures"><span data-testid="trial-gained"><strong class=${total.gained.breaches ? 'bad' : ''}>${number(total.gained.breaches)}</strong> ${t('trial.gained')}</span>
        <span data-testid="trial-lost"><strong class=${total.lost.breaches ? 'fine' : ''}>${number(total.lost.breaches)}</strong> ${t('trial.lost')}</span></p>
      ${queues.length || clocks.length ? html`${this.#shift('queue', queues.map((each) => [name('queue', each.queue), each]))}
        ${this.#shift('clock', clocks.map((each) => [name('clock', each.clock), each]))}` : html`<p class="soft">${t('trial.same')}</p>`}</div>`;
  }

  #running() {
    return html`<p role="status" data-testid="trial-running"><progress aria-label=${t('trial.running', {seconds: this.seconds})}></progress>
      ${t('trial.running', {seconds: this.seconds})}</p>`;
  }

  render() {
    const day = (key) => html`<label><span>${t(`trial.${key}`)}</span><input type="date" required .value=${this.span[key]} data-testid="trial-${key}"
      @input=${(event) => {
        this.span = {...this.span, [key]: event.target.value};
      }}></label>`;
    return html`<section class="card" data-testid="trial"><header><h3>${t('trial.title')}</h3></header><div class="body">
      <p class="soft">${t('trial.hint')}</p>
      <form class="row" @submit=${this.#try}>${day('from')}${day('to')}
        <button data-testid="trial-run" ?disabled=${this.seconds !== undefined}>${t('trial.run')}</button></form>
      ${this.seconds === undefined ? nothing : this.#running()}
      ${this.problem ? html`<p class="error" role="alert" data-testid="trial-problem">${this.problem.status === 503
        ? t('trial.busy') : explained(this.problem, t)}</p>` : nothing}
      ${this.answer ? this.#answer() : nothing}</div></section>`;
  }
}
customElements.define('amends-trial', Trial);
