import {html, nothing} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {get, post, put, remove} from '../api.js';
import {announce, ConsoleElement} from '../element.js';
import {dateTime, t} from '../i18n/text.js';
import {emptyState, problemState} from '../parts.js';
import {style} from '../style.js';
import {form, wanted} from './form.js';
import {adminTabs} from './tabs.js';

style(import.meta.resolve('./admin.css'));

const OVERLAP = 'PT24H';

/** Users and keys: who may come in. Only administrators see it. */
class Administration extends ConsoleElement {
  static properties = {
    view: {}, roles: {attribute: false}, items: {state: true}, problem: {state: true}, chosen: {state: true}, secret: {state: true},
    refused: {state: true}, sure: {state: true},
  };

  willUpdate(changed) {
    if (changed.has('view')) {
      this.secret = null;
      this.#choose(null);
      this.#load();
    }
  }

  get #path() {
    return `/api/access/${this.view}`;
  }

  async #load() {
    this.problem = null;
    try {
      this.items = (await get(this.#path)).items;
    } catch (problem) {
      this.problem = problem;
    }
  }

  #choose(item) {
    this.chosen = item;
    this.fresh = {}; // a new form: nothing typed for somebody else stays in it
    this.refused = null;
    this.sure = null;
  }

  /** Does something that changes them, and shows what became of it. */
  async #change(doing) {
    this.refused = null;
    try {
      const answer = await doing();
      this.secret = answer.secret ? {name: answer.name, secret: answer.secret, until: answer.formerUntil} : null;
      this.#choose(null);
      announce(t('admin.done'));
      await this.#load();
    } catch (problem) {
      this.refused = problem;
    }
  }

  #save(event) {
    event.preventDefault();
    const {name, body} = wanted(event.target, this.view);
    this.#change(() => put(`${this.#path}/${encodeURIComponent(name)}`, body));
  }

  /** Asked twice: what is taken away is taken at once. */
  #twice(deed, {name}, doing) {
    if (this.sure?.deed === deed && this.sure.name === name) {
      this.#change(doing);
    } else {
      this.sure = {deed, name};
    }
  }

  #question(deed, item, key) {
    return this.sure?.deed === deed && this.sure.name === item.name ? `admin.sure.${deed}` : key;
  }

  #remove(item) {
    this.#twice('remove', item, () => remove(`${this.#path}/${encodeURIComponent(item.name)}`));
  }

  /** The former secret still opens for some time, so that programs can change over. */
  #rotate(item) {
    this.#twice('rotate', item, () => post(`${this.#path}/${encodeURIComponent(item.name)}/rotate`, {overlap: OVERLAP}));
  }

  #limits({reach}) {
    const all = ['brands', 'queues', 'channels'].flatMap((kind) => reach[kind].length ? [`${t(`admin.${kind}`)}: ${reach[kind].join(', ')}`] : []);
    return all.length ? all.join(' · ') : html`<span class="soft">${t('admin.everything')}</span>`;
  }

  #since(item) {
    const ends = item.secrets?.map(({until}) => until).filter(Boolean).sort()[0];
    return this.view === 'users' ? dateTime(item.changedAt)
      : html`${item.lastUsed ? dateTime(item.lastUsed) : html`<span class="soft">${t('admin.never')}</span>`}
        ${ends ? html`<span class="small soft">${t('admin.formerUntil', {time: dateTime(ends)})}</span>` : nothing}`;
  }

  #row(item) {
    const button = (key, action, testid) => html`<button data-testid=${testid} @click=${action}>${t(key)}</button>`;
    return html`<tr data-testid="access" data-name=${item.name}>
      <td><strong>${item.name}</strong></td>
      <td>${item.roles.map((role) => html`<span class="tag">${t(`role.${role.toLowerCase()}`)}</span> `)}</td>
      <td>${this.#limits(item)}</td>
      <td>${this.#since(item)}</td>
      <td><div class="row">${button('admin.edit', () => this.#choose(item), 'access-edit')}
        ${this.view === 'keys' ? button(this.#question('rotate', item, 'admin.rotate'), () => this.#rotate(item), 'access-rotate') : nothing}
        ${button(this.#question('remove', item, `admin.remove.${this.view}`), () => this.#remove(item), 'access-remove')}</div></td></tr>`;
  }

  #list() {
    return this.items.length === 0 ? emptyState(t('admin.none'), '') : html`<div class="card"><table>
      <thead><tr><th>${t('admin.name')}</th><th>${t('admin.roles')}</th><th>${t('admin.limits')}</th>
        <th>${t(this.view === 'users' ? 'admin.changed' : 'admin.lastUsed')}</th><th><span class="sr-only">${t('admin.edit')}</span></th></tr></thead>
      <tbody>${this.items.map((item) => this.#row(item))}</tbody></table></div>`;
  }

  #told() {
    return this.secret ? html`<div class="success" role="status" data-testid="secret"><strong>${t('admin.secret', {name: this.secret.name})}</strong>
      <code class="secret">${this.secret.secret}</code>${t('admin.once')}
      ${this.secret.until ? t('admin.formerUntil', {time: dateTime(this.secret.until)}) : nothing}</div>` : nothing;
  }

  render() {
    return html`<h1 class="sr-only">${t(`admin.${this.view}`)}</h1>${adminTabs(this.view, this.roles)}
      ${this.problem ? problemState(this.problem, () => this.#load())
        : this.items ? html`<div class="admin"><div>${this.#list()}</div>
          <div>${this.#told()}${keyed(this.fresh, form(this.view, this.chosen, this.refused, (event) => this.#save(event), () => this.#choose(null)))}</div></div>`
          : html`<div class="card"><div class="body"><span class="skeleton"></span></div></div>`}`;
  }
}
customElements.define('amends-admin', Administration);
