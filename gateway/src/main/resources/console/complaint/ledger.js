import {html, nothing} from 'lit';
import {get} from '../api.js';
import {ConsoleElement, explained} from '../element.js';
import {dateTime, exactTime, name, span, t, timeIn} from '../i18n/text.js';
import {sentence, who} from './sentences.js';

const DURATION = /^(-)?P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/;

/** `PT1H30M` in milliseconds. */
function milliseconds(duration) {
  const [, minus, days = 0, hours = 0, minutes = 0, seconds = 0] = DURATION.exec(duration) ?? [];
  return (minus ? -1000 : 1000) * (((days * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds));
}

/** The account of one clock: why it stands as it does. */
class Ledger extends ConsoleElement {
  static properties = {complaint: {attribute: false}, clock: {}, account: {state: true}, problem: {state: true}};

  updated(changed) {
    const before = changed.get('complaint');
    if (changed.has('clock') || (before && before.version !== this.complaint.version)) {
      this.#load();
    }
  }

  async #load() {
    const {clock} = this;
    try {
      const account = await get(`/api/complaints/${encodeURIComponent(this.complaint.id)}/clocks/${encodeURIComponent(clock)}`);
      if (clock === this.clock) {
        this.account = account;
        this.problem = null;
      }
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** The event in the words of the timeline, with who did it. */
  #cause(cause) {
    const entry = cause && this.complaint.timeline?.find((each) => each.version === cause.version);
    return entry ? html`${sentence(entry)} <span class="soft small">${who(entry.actor)}</span>` : cause?.event ?? t('ledger.now');
  }

  /** In the reader's zone, and below it in the calendar's where that is another one. */
  #time(instant) {
    const there = timeIn(instant, this.account.zone);
    return html`<time title=${exactTime(instant, this.account.zone)}>${dateTime(instant)}${there
      ? html`<br><span class="small soft" data-testid="there">${there}</span>` : nothing}</time>`;
  }

  #due(run) {
    return [dateTime(run.dueAt), timeIn(run.dueAt, this.account.zone)].filter(Boolean).join(' / ');
  }

  #interval(each) {
    return html`<tr data-testid="interval" data-counts=${each.counts}>
      <td>${this.#time(each.from)}</td>
      <td>${each.to ? this.#time(each.to) : t('ledger.now')}</td>
      <td>${each.counts ? t('ledger.counts') : t('ledger.stood')}</td>
      <td>${this.#cause(each.because)}</td>
      <td class="number">${span(milliseconds(each.counted))}</td></tr>`;
  }

  #run(run) {
    const late = run.outcome === 'breached' || run.outcome === 'met-late';
    return html`<p class=${late ? 'late' : ''} data-testid="outcome">${t(`ledger.${run.outcome}`, {
        counted: span(milliseconds(run.counted)), due: this.#due(run), left: run.left ? span(milliseconds(run.left)) : ''})}
        ${run.endedBy ? html`<span class="small">${this.#cause(run.endedBy)}</span>` : nothing}</p>
      <div class="scrolls" tabindex="0" role="region" aria-label=${t('ledger.title', {clock: name('clock', this.clock)})}><table>
        <thead><tr><th scope="col">${t('ledger.from')}</th><th scope="col">${t('ledger.to')}</th><th scope="col">${t('ledger.what')}</th>
          <th scope="col">${t('ledger.because')}</th><th scope="col" class="number">${t('ledger.counted')}</th></tr></thead>
        <tbody>${run.intervals.map((each) => this.#interval(each))}</tbody>
        <tfoot><tr><td colspan="4">${t('complaint.sum')}</td><td class="number">${span(milliseconds(run.counted))}</td></tr></tfoot>
      </table></div>`;
  }

  render() {
    const account = this.account?.clock === this.clock ? this.account : null;
    return html`<section class="card ledger" data-testid="ledger" data-clock=${this.clock}><header>
        <h2>${t('ledger.title', {clock: name('clock', this.clock)})}</h2>
        <button class="plain close" data-testid="ledger-close"
          @click=${() => this.dispatchEvent(new Event('close'))}>${t('action.close')}</button></header>
      <div class="body">
        ${this.problem ? html`<div class="error" role="alert">${explained(this.problem, t)}</div>`
          : !account ? html`<span class="skeleton"></span>`
            : html`${(account.runs ?? []).map((run) => this.#run(run))}
              <p class="small soft">${t('ledger.by', {policy: account.policy, calendar: account.calendar, zone: account.zone})}
                ${t(account.family === 'REGULATORY' || account.family === 'regulatory' ? 'ledger.regulatory' : 'ledger.service')}</p>`}
      </div></section>`;
  }
}
customElements.define('amends-ledger', Ledger);
