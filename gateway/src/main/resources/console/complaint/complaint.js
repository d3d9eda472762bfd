import {html, nothing} from 'lit';
import {get} from '../api.js';
import {ConsoleElement, announce, explained} from '../element.js';
import {name, t} from '../i18n/text.js';
import {isForPage} from '../keys.js';
import {listen} from '../live.js';
import {emptyState, problemState, priorityChip} from '../parts.js';
import {style} from '../style.js';
import {takeNext} from '../work/next.js';
import {known, told, why} from './known.js';
import './approval.js';
import './commands.js';
import './contacts.js';
import './customer.js';
import './issues.js';
import './ledger.js';
import './playbook.js';
import './similar.js';
import './timeline.js';
import './viewers.js';
import {zoneOf} from './zone.js';

style(import.meta.resolve('./complaint.css'));

const CLOCKS = ['acknowledgement', 'first-human-reply', 'resolution'];
const OVER = ['met', 'cancelled'];
const A_MOMENT = 1000;

/** The three that each complaint has, and those others that matter now. */
const shownClocks = (clocks = []) => [...CLOCKS.map((clockName) => clocks.find((each) => each.clock === clockName)).filter(Boolean),
  ...clocks.filter((each) => !CLOCKS.includes(each.clock) && !OVER.includes(each.state))];

/** Everything about one complaint, and what can be done for the customer now. */
class Complaint extends ConsoleElement {
  static properties = {
    idOrReference: {}, user: {}, from: {}, complaint: {state: true}, deliveries: {state: true}, untold: {state: true}, problem: {state: true},
    account: {state: true}, writing: {state: true}, zone: {state: true}, similar: {state: true},
  };

  #taking = false;

  connectedCallback() {
    super.connectedCallback();
    this.whileShown(listen({
      change: (row) => this.complaint && row.id === this.complaint.id && row.version > this.complaint.version && this.#load(),
      reload: () => this.#load(),
    }));
    this.listenTo(this, 'refresh', ({detail}) => this.#load(detail));
    this.listenTo(this, 'writing', ({detail}) => {
      this.writing = detail;
    });
    this.listenTo(document, 'keydown', (event) => {
      if (event.key === 'n' && !event.repeat && this.from === 'work' && isForPage(event)) {
        this.#next();
      }
    });
  }

  willUpdate(changed) {
    if (changed.has('idOrReference')) {
      this.complaint = null;
      this.deliveries = undefined;
      this.untold = null;
      this.account = null;
      this.writing = false;
      this.similar = [];
      this.zone = undefined;
      this.#load();
    }
  }

  /** The view follows the log by some milliseconds; a version that is known to exist is waited for. */
  async #load(version = 0, attempts = 20) {
    const wanted = this.idOrReference;
    try {
      const complaint = await get(`/api/complaints/${encodeURIComponent(wanted)}`);
      if (wanted !== this.idOrReference) {
        return;
      }
      this.problem = null;
      if (!this.complaint || complaint.version >= this.complaint.version) {
        this.complaint = complaint;
        zoneOf(complaint).then((zone) => {
          if (wanted === this.idOrReference) {
            this.zone = zone;
          }
        });
      }
      if (complaint.version < version && attempts > 0) {
        setTimeout(() => this.isConnected && this.#load(version, attempts - 1), 150);
      } else {
        this.#loadDeliveries(complaint.id);
      }
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #loadDeliveries(id) {
    try {
      this.deliveries = (await get('/api/notifications', {complaint: id})).items;
      this.untold = null;
    } catch (problem) {
      this.untold = problem;
    }
  }

  #head(c) {
    const fact = (label, value, hook) => value ? html`<div class="fact"><dt>${label}</dt><dd data-testid=${hook}>${value}</dd></div>` : nothing;
    return html`<header class="case-head">
      ${this.#crumb(c)}
      <div>
        <h1 lang=${c.language ?? nothing} data-testid="complaint-title">${c.title}</h1>
        <dl class="line">
          ${fact(t('board.priority'), priorityChip(c.priority), 'complaint-priority')}
          ${fact(t('complaint.status'), name('status', c.status), 'complaint-status')}
          ${fact(t('complaint.owner'), c.owner ?? t('board.nobody'), 'complaint-owner')}
          ${fact(t('complaint.queue'), name('queue', c.queue), 'complaint-queue')}
          ${fact(t('complaint.reference'), html`<span class="mono">${c.reference}</span>`, 'complaint-reference')}
        </dl>
      </div>
      <div class="case-clocks">${shownClocks(c.clocks).map((clock) => this.#clock(clock))}</div>
      ${this.#links(c)}
      <amends-similar .complaint=${c} @similar=${({detail}) => {
        this.similar = detail;
      }} @merge=${({detail}) => this.querySelector('amends-commands').open('merge-into', {into: detail})}></amends-similar>
    </header>`;
  }

  /** In work mode the way leads back to one's work, and on to the next complaint. */
  #crumb(c) {
    const working = this.from === 'work';
    return html`<div class="crumb"><a href=${working ? '#/work' : '#/board'}>← ${t(working ? 'nav.work' : 'complaint.back')}</a>
      ${working ? html`<button class="plain" data-testid="next" @click=${() => this.#next()}>${t('work.next')} <kbd
        aria-hidden="true">n</kbd></button>` : nothing}
      <amends-viewers .complaintId=${c.id} .writing=${this.writing === true}></amends-viewers></div>`;
  }

  /** One at a time: the second press of a double click, or of a heavy hand, would take one more. */
  async #next() {
    if (this.#taking) {
      return;
    }
    this.#taking = true;
    try {
      const why = await takeNext(this.user);
      if (why) {
        announce(name('whyNothing', why));
      }
    } catch (problem) {
      announce(explained(problem, t));
    } finally {
      setTimeout(() => {
        this.#taking = false;
      }, A_MOMENT);
    }
  }

  #clock(clock) {
    return html`<button aria-expanded=${this.account === clock.clock} data-testid="clock-account" data-clock=${clock.clock}
      title=${t('ledger.open')} @click=${() => {
        this.account = this.account === clock.clock ? null : clock.clock;
      }}><sla-clock labelled .clock=${clock} .zone=${this.zone}></sla-clock></button>`;
  }

  #links(c) {
    const link = (reference) => html`<a class="mono" href="#/complaints/${reference}">${reference}</a> `;
    return html`${c.merged ? html`<p class="note" data-testid="merged">${t('complaint.mergedInto')} ${link(c.merged.reference)}</p>` : nothing}
      ${c.duplicates?.length ? html`<p class="note" data-testid="duplicates">${t('complaint.standsFor')} ${
        c.duplicates.map((each) => link(each.reference))}</p>` : nothing}`;
  }

  render() {
    const c = this.complaint;
    if (this.problem && !c) {
      return this.problem.status === 404 || this.problem.status === 400
        ? emptyState(t('complaint.unknown', {reference: this.idOrReference}), t('complaint.unknownHint'))
        : problemState(this.problem, () => this.#load());
    }
    if (!c) {
      return html`<div class="card"><div class="body"><span class="skeleton"></span></div></div>`;
    }
    return html`${this.#head(c)}
      ${this.account ? html`<amends-ledger .complaint=${c} clock=${this.account} @close=${() => {
        this.account = null;
      }}></amends-ledger>` : nothing}
      <div class="case-body" data-testid="complaint" data-version=${c.version}>
        <div><amends-contacts .complaint=${c} .zone=${this.zone}></amends-contacts><amends-timeline .entries=${c.timeline} .zone=${this.zone}></amends-timeline></div>
        <div class="case-side">
          ${c.approval ? html`<amends-approval .complaint=${c} .user=${this.user}></amends-approval>` : nothing}
          <amends-issues .complaintId=${c.id}></amends-issues>
          <amends-commands .complaint=${c} .user=${this.user}></amends-commands>
          <amends-playbook .complaint=${c}></amends-playbook>
          <amends-customer .complaint=${c} .similar=${this.similar}></amends-customer>
          ${known(c)}${why(c)}${told(this.deliveries, this.untold, () => this.#loadDeliveries(c.id))}</div>
      </div>`;
  }
}
customElements.define('amends-complaint', Complaint);
