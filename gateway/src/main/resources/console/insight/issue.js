import {html, nothing} from 'lit';
import {get, put, remove} from '../api.js';
import {announce, ConsoleElement, explained} from '../element.js';
import {dateTime, name, t} from '../i18n/text.js';

const STATES = ['INVESTIGATING', 'WORKAROUND', 'FIXED'];
const CAUSES = ['EXPECTATION_SET_BY_MARKETING', 'USER_EXPERIENCE', 'THIRD_PARTY', 'PRODUCT_DEFECT', 'PROCESS', 'PEOPLE', 'MISUNDERSTANDING', 'EXTERNAL'];
const STALE = 412;

const state = ({state: code}) => html`<span class="issue-state ${code}">${name('issueState', code)}</span>`;
const facts = ({owner, since, cause}) => html`<span class="soft small">${t('issue.of', {owner, since: dateTime(since)})}${
  cause ? ` · ${name('rootCause', cause)}` : ''}</span>`;

/** What an agent has to know of a concern that somebody has in hand. */
export const issue = (each) => html`<div class="issue" data-testid="known-issue" data-state=${each.state}>
  <p>${state(each)} <strong>${each.title}</strong></p><p class="words">${each.fix}</p><p>${facts(each)}</p></div>`;

/** Takes a recurring concern in hand. Tells by the event `done` that it is over, saved or not. */
class IssueForm extends ConsoleElement {
  static properties = {cluster: {attribute: false}, label: {}, user: {}, agents: {state: true}, problem: {state: true}, busy: {state: true}};

  connectedCallback() {
    super.connectedCallback();
    get('/api/agents').then(({items}) => {
      this.agents = items ?? [];
    }, () => {});
  }

  firstUpdated() {
    this.querySelector('input').focus();
    this.scrollIntoView({block: 'nearest'});
  }

  /** The form stays as it was opened, whatever the list behind it is loaded with. */
  willUpdate() {
    this.opened ??= {known: this.cluster.knownIssue};
  }

  get #path() {
    return `/api/analytics/recurrence/${encodeURIComponent(this.cluster.id)}/known-issue`;
  }

  get #seen() {
    return {'If-Match': `"${this.opened.known?.version ?? 0}"`};
  }

  #over() {
    this.dispatchEvent(new CustomEvent('done', {bubbles: true}));
  }

  async #send(calling, told) {
    this.busy = true;
    this.problem = null;
    try {
      await calling();
      announce(told);
      this.#over();
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }

  #save(event) {
    event.preventDefault();
    const {cause, ...told} = Object.fromEntries([...new FormData(event.target)].map(([key, value]) => [key, value.trim()]));
    this.#send(() => put(this.#path, {...told, ...(cause ? {cause} : {})}, this.#seen), t('issue.done'));
  }

  #select(key, codes, family, chosen) {
    return html`<label><span>${t(`issue.${key}`)}</span><select name=${key} data-testid="issue-${key}">${codes.map((code) => html`
      <option value=${code} ?selected=${code === chosen}>${code ? name(family, code) : t('issue.noCause')}</option>`)}</select></label>`;
  }

  render() {
    const {known} = this.opened;
    return html`<form class="issue-form" data-testid="issue-form" @submit=${this.#save} @keydown=${(event) => event.key === 'Escape' && this.#over()}>
      <label class="wide"><span>${t('issue.title')}</span><input name="title" required maxlength="200" autocomplete="off" data-testid="issue-title"
        .value=${known?.title ?? this.label}></label>
      ${this.#select('state', STATES, 'issueState', known?.state ?? 'INVESTIGATING')}
      <label><span>${t('issue.owner')}</span><input name="owner" required maxlength="200" autocomplete="off" list="issue-owners" data-testid="issue-owner"
        .value=${known?.owner ?? this.user ?? ''}><datalist id="issue-owners">${(this.agents ?? []).map(({id}) => html`<option value=${id}></option>`)}</datalist></label>
      ${this.#select('cause', ['', ...CAUSES], 'rootCause', known?.cause ?? '')}
      <label class="wide"><span>${t('issue.fix')}</span><textarea name="fix" required maxlength="4000" data-testid="issue-fix" .value=${known?.fix ?? ''}></textarea></label>
      ${this.problem ? html`<p class="error wide" role="alert" data-testid="issue-problem">${
        this.problem.status === STALE ? t('issue.stale') : explained(this.problem, t)}</p>` : nothing}
      <div class="row wide"><button class="primary" data-testid="issue-save" ?disabled=${this.busy}>${t('issue.save')}</button>
        <button type="button" data-testid="issue-cancel" @click=${() => this.#over()}>${t('action.cancel')}</button>
        ${known ? html`<button type="button" class="plain" data-testid="issue-withdraw" ?disabled=${this.busy}
          @click=${() => this.#send(() => remove(this.#path, this.#seen), t('issue.withdrawn'))}>${t('issue.withdraw')}</button>` : nothing}</div></form>`;
  }
}
customElements.define('amends-issue-form', IssueForm);
