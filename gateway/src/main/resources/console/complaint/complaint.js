import {html, nothing} from 'lit';
import {get} from '../api.js';
import {ConsoleElement, explained} from '../element.js';
import {dateTime, exactTime, languageName, name, number, t} from '../i18n/text.js';
import {listen} from '../live.js';
import {emptyState, errorState, evidence, priorityChip} from '../parts.js';
import {style} from '../style.js';
import {assessment, isMachinery, remedy, sentence, who} from './sentences.js';
import './commands.js';
import './playbook.js';

style('/console/complaint/complaint.css');

const CLOCKS = ['acknowledgement', 'first-human-reply', 'resolution'];

/** Everything about one complaint, and what can be done for the customer now. */
class Complaint extends ConsoleElement {
  static properties = {
    idOrReference: {}, user: {}, complaint: {state: true}, deliveries: {state: true}, problem: {state: true},
    withMachinery: {state: true},
  };

  connectedCallback() {
    super.connectedCallback();
    this.whileShown(listen({
      change: (row) => this.complaint && row.id === this.complaint.id && row.version > this.complaint.version && this.#load(),
      reload: () => this.#load(),
    }));
    this.listenTo(this, 'refresh', ({detail}) => this.#load(detail));
  }

  willUpdate(changed) {
    if (changed.has('idOrReference')) {
      this.complaint = null;
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
    this.deliveries = (await get('/api/notifications', {complaint: id}).catch(() => ({items: []}))).items;
  }

  #head(c) {
    const fact = (label, value, hook) => value ? html`<div class="fact"><dt>${label}</dt><dd data-testid=${hook}>${value}</dd></div>` : nothing;
    const clocks = CLOCKS.map((clockName) => c.clocks?.find((each) => each.clock === clockName)).filter(Boolean);
    return html`<header class="case-head">
      <p class="crumb"><a href="#/board">← ${t('complaint.back')}</a></p>
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
      <div class="case-clocks">${clocks.map((clock) => html`<sla-clock labelled .clock=${clock}></sla-clock>`)}</div>
    </header>`;
  }

  #contacts(c) {
    return html`<section class="card"><header><h2>${t('complaint.contacts')}</h2></header><div class="body">
      ${(c.contacts ?? []).map((contact) => html`<article class="contact" data-testid="contact">
        <p class="meta"><time title=${exactTime(contact.receivedAt)}>${dateTime(contact.receivedAt)}</time>
          <span>${name('channel', contact.channel)}</span>
          ${contact.language ? html`<span>${languageName(contact.language)}</span>` : nothing}
          ${contact.orders?.length ? html`<span>${t('complaint.orders')}: ${contact.orders.join(', ')}</span>` : nothing}
          <a href="/api/complaints/${c.id}/contacts/${contact.id}/original" download data-testid="original">${t('complaint.original')}</a></p>
        ${contact.subject ? html`<p class="subject" lang=${contact.language ?? nothing}>${contact.subject}</p>` : nothing}
        <p class="text" lang=${contact.language ?? nothing}>${contact.text}</p>
        ${contact.attachments?.length ? html`<p class="small soft">${t('complaint.attachments')}: ${contact.attachments
          .map((each) => `${each.fileName} (${number(each.size / 1024, {maximumFractionDigits: 0})} KB)`).join(', ')}</p>` : nothing}
      </article>`)}</div></section>`;
  }

  #timeline(c) {
    const entries = [...c.timeline ?? []].reverse().filter((entry) => this.withMachinery || !isMachinery(entry));
    const tone = (type) => type === 'ClockBreached' || type === 'PromiseBroken' ? 'breach' : type === 'PromiseMade' ? 'promise' : '';
    return html`<section class="card"><header><h2>${t('complaint.timeline')}</h2>
      <label class="timeline-switch"><input type="checkbox" data-testid="timeline-all" .checked=${this.withMachinery === true}
        @change=${(event) => {
          this.withMachinery = event.target.checked;
        }}><span>${t('timeline.withClocks')}</span></label></header>
      <div class="body"><ol class="timeline" data-testid="timeline">${entries.map((entry) => html`
        <li class=${tone(entry.type)} data-testid="event" data-type=${entry.type}>
          <div><time title=${exactTime(entry.at)}>${dateTime(entry.at)}</time><span class="who">${who(entry.actor)}</span></div>
          <p class="says">${sentence(entry)}</p>
        </li>`)}</ol></div></section>`;
  }

  #known(c) {
    const line = (label, value) => value ? html`<dt>${label}</dt><dd>${value}</dd>` : nothing;
    const customer = c.complainant ?? c.customer;
    const answers = (c.followUps ?? []).filter((each) => each.answer);
    return html`<section class="card" data-testid="known"><header><h2>${t('complaint.known')}</h2></header><div class="body">
      <dl class="known">
        ${line(t('complaint.customer'), html`${customer?.name ?? t('board.anonymous')}
          <span class="tag">${name('tier', customer?.tier)}</span>
          <span class="small">${[...customer?.emails ?? [], ...customer?.phones ?? []].join(', ')}</span>`)}
        ${line(t('complaint.product'), c.product)}
        ${line(t('complaint.concern'), c.concern?.words)}
        ${line(t('complaint.demand'), c.demand && `${name('demandKind', c.demand.kind)} – ${c.demand.words}`)}
        ${line(t('complaint.assessment'), c.assessment && t('event.ComplaintAssessed', assessment(c.assessment)))}
        ${line(t('complaint.proposal'), c.proposal && html`${remedy(c.proposal.remedy)}
          <span class="tag">${name('proposalState', c.proposal.state)}</span><br><span class="small">${c.proposal.explanation}</span>`)}
        ${line(t('complaint.promises'), c.promises?.length ? c.promises.map((promise) => html`<p>${promise.what}
          <span class="small">${dateTime(promise.due)}</span> <span class="tag">${name('promiseState', promise.state)}</span></p>`) : null)}
        ${line(t('complaint.followUps'), answers.length ? answers.map(({answer}) => html`<p>${t('event.FollowUpAnswered', {
          solved: t(answer.solved ? 'event.FollowUpAnswered.yes' : 'event.FollowUpAnswered.no'), csat: answer.satisfaction ?? '–',
          ces: answer.effort ?? '–', nps: answer.recommendation ?? '–', comment: answer.comment ?? ''})}</p>`) : null)}
      </dl>
      ${c.concern || c.status === 'resolved' || c.status === 'closed' ? nothing : html`<p class="soft small">${t('complaint.nothingKnown')}</p>`}
    </div></section>`;
  }

  #why(c) {
    if (!c.priority?.factors?.length) {
      return nothing;
    }
    return html`<section class="card" data-testid="factors"><header><h2>${t('complaint.why')}</h2></header><div class="body">
      <table class="factors">
        <thead><tr><th scope="col">${t('complaint.factor')}</th><th scope="col">${t('complaint.evidence')}</th>
          <th scope="col" class="number">${t('complaint.points')}</th></tr></thead>
        <tbody>${c.priority.factors.map((factor) => html`<tr><td>${name('factor', factor.factor)}</td>
          <td>${evidence(factor)}</td><td class="number">${number(factor.points, {signDisplay: 'exceptZero'})}</td></tr>`)}</tbody>
        <tfoot><tr><td colspan="2">${t('complaint.sum')} <span class="soft small">${c.priority.policy ?? ''}</span></td>
          <td class="number">${number(c.priority.score)}</td></tr></tfoot>
      </table></div></section>`;
  }

  #told() {
    const deliveries = this.deliveries ?? [];
    return html`<section class="card" data-testid="deliveries"><header><h2>${t('complaint.deliveries')}</h2></header><div class="body">
      ${deliveries.length === 0 ? html`<p class="soft">${t('complaint.noDeliveries')}</p>` : html`
      <ul class="deliveries">${deliveries.map((each) => html`<li data-testid="delivery" data-kind=${each.kind} data-status=${each.status}>
        <details><summary>${name('notification', each.kind)}
          <span class="soft small">${dateTime(each.settledAt ?? each.requestedAt)}</span>
          <span class="state ${each.status}">${name('delivery', each.status)}${each.suppressed
            ? `: ${name('suppressed', each.suppressed)}` : ''}</span></summary>
          ${each.to ? html`<p class="small soft">${each.to}</p>` : nothing}
          ${each.text ? html`<pre>${each.subject ? `${each.subject}\n\n` : ''}${each.text}</pre>` : nothing}
          ${each.reason ? html`<p class="small">${each.reason}</p>` : nothing}</details></li>`)}</ul>`}
    </div></section>`;
  }

  render() {
    const c = this.complaint;
    if (this.problem && !c) {
      return this.problem.status === 404 || this.problem.status === 400
        ? emptyState(t('complaint.unknown', {reference: this.idOrReference}), t('complaint.unknownHint'))
        : errorState(explained(this.problem, t), () => this.#load());
    }
    if (!c) {
      return html`<div class="card"><div class="body"><span class="skeleton"></span></div></div>`;
    }
    return html`${this.#head(c)}
      <div class="case-body" data-testid="complaint" data-version=${c.version}>
        <div>${this.#contacts(c)}${this.#timeline(c)}</div>
        <div class="case-side"><amends-commands .complaint=${c} .user=${this.user}></amends-commands>
          <amends-playbook .complaint=${c}></amends-playbook>
          ${this.#known(c)}${this.#why(c)}${this.#told()}</div>
      </div>`;
  }
}
customElements.define('amends-complaint', Complaint);
