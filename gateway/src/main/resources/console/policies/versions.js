import {html, nothing} from 'lit';
import {get} from '../api.js';
import {ConsoleElement} from '../element.js';
import {dateTime, t} from '../i18n/text.js';
import {problemState} from '../parts.js';
import {who} from '../complaint/sentences.js';
import {difference} from './difference.js';
import './changes.js';

/** Every version that was in force, by whom and since when; any can be compared and taken as a candidate (`candidate`). */
class Versions extends ConsoleElement {
  static properties = {
    address: {}, policy: {attribute: false}, editable: {attribute: false}, items: {state: true}, other: {state: true}, problem: {state: true},
  };

  get #path() {
    return `${this.address}/versions`;
  }

  willUpdate(change) {
    if (change.has('policy')) {
      this.other = null;
      this.#load();
    }
  }

  async #load() {
    try {
      this.items = (await get(this.#path)).items;
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #compare(version) {
    try {
      this.other = this.other?.version === version ? null : await get(`${this.#path}/${version}`);
    } catch (problem) {
      this.problem = problem;
    }
  }

  #compared() {
    const changes = difference(this.other.body, this.policy.body);
    return html`<section class="card" data-testid="compared"><header><h3>${t('policies.compared',
        {version: this.other.version, inForce: this.policy.version})}</h3></header>
      <div class="body">${changes.length ? html`<amends-changes .changes=${changes}></amends-changes>` : html`<p class="soft">${t('policies.same')}</p>`}
        ${this.editable && changes.length ? html`<button data-testid="take-version" @click=${() => this.dispatchEvent(
          new CustomEvent('candidate', {detail: this.other.body}))}>${t('policies.take', {version: this.other.version})}</button>` : nothing}</div></section>`;
  }

  render() {
    if (this.problem) {
      return problemState(this.problem, () => this.#load());
    }
    return html`<table data-testid="versions"><thead><tr>${['versionHead', 'when', 'by'].map((each) => html`<th scope="col">${t(`policies.${each}`)}</th>`)}
        <th><span class="sr-only">${t('policies.compare')}</span></th></tr></thead>
      <tbody>${(this.items ?? []).map((each) => html`<tr data-testid="version"><td>${each.version}</td>
        <td>${Date.parse(each.publishedAt) ? dateTime(each.publishedAt) : t('policies.shipped')}</td><td>${who(each.publishedBy)}</td>
        <td>${each.version === this.policy.version ? html`<span class="tag">${t('policies.now')}</span>`
          : html`<button aria-pressed=${this.other?.version === each.version} data-testid="compare" @click=${() => this.#compare(each.version)}>${t('policies.compare')}</button>`}</td></tr>`)}</tbody></table>
      ${this.other ? this.#compared() : nothing}`;
  }
}
customElements.define('amends-versions', Versions);
