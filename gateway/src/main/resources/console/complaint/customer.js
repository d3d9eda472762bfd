import {html, nothing} from 'lit';
import {get} from '../api.js';
import {ConsoleElement} from '../element.js';
import {dateTime, name, percent, t} from '../i18n/text.js';
import './same.js';

/** Who complains, what else he complained about, and who is the same person. */
class Customer extends ConsoleElement {
  static properties = {complaint: {attribute: false}, others: {state: true}, similar: {attribute: false}};

  updated(changed) {
    if (changed.has('complaint') && changed.get('complaint')?.id !== this.complaint.id) {
      this.#load();
    }
  }

  async #load() {
    const {id} = this.complaint;
    const {items} = await get(`/api/complaints/${encodeURIComponent(id)}/others`, {limit: 10}).catch(() => ({}));
    if (id === this.complaint.id) {
      this.others = items;
    }
  }

  #others() {
    return this.others.length === 0 ? html`<p class="soft small">${t('customer.first')}</p>` : html`
      <ul class="others" data-testid="others">${this.others.map((each) => html`<li>
        <a href="#/complaints/${each.reference}" lang=${each.language ?? nothing}>${each.title}</a>
        <span class="small soft">${dateTime(each.receivedAt)} · ${name('status', each.status)}</span>${this.#mark(each)}</li>`)}</ul>`;
  }

  #mark({id}) {
    const alike = this.similar?.find(({complaint}) => complaint.id === id);
    return alike ? html` <span class="tag alike" data-testid="likeness">${t('similar.mark', {share: percent(alike.likeness)})}</span>` : nothing;
  }

  render() {
    const customer = this.complaint.complainant ?? this.complaint.customer;
    const reached = [...customer?.emails ?? [], ...customer?.phones ?? [], ...customer?.accounts ?? []];
    return html`<section class="card" data-testid="customer"><header><h2>${t('complaint.customer')}</h2></header><div class="body">
      <p>${customer?.name ?? t('board.anonymous')} <span class="tag">${name('tier', customer?.tier)}</span></p>
      ${reached.map((each) => html`<p class="small soft">${each}</p>`)}
      <h3>${t('customer.others')}</h3>
      ${this.others ? this.#others() : html`<span class="skeleton"></span>`}
      <amends-same-person .complaint=${this.complaint} @changed=${() => this.#load()}></amends-same-person>
    </div></section>`;
  }
}
customElements.define('amends-customer', Customer);
