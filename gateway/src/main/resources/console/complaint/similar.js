import {html, nothing} from 'lit';
import {get} from '../api.js';
import {ConsoleElement} from '../element.js';
import {dateTime, name, percent, t} from '../i18n/text.js';
import {possibleSteps} from './steps.js';

const MOST = 3;

/** Which complaints of the same customer may be the same matter, said without being asked. Tells all of them by the event `similar`, and by `merge` which one shall stand for both. */
class Similar extends ConsoleElement {
  static properties = {complaint: {attribute: false}, items: {state: true}};

  willUpdate(changed) {
    const before = changed.get('complaint');
    if (changed.has('complaint') && (before?.id !== this.complaint.id || before?.contacts?.length !== this.complaint.contacts?.length)) {
      if (before?.id !== this.complaint.id) {
        this.items = [];
      }
      this.#load();
    }
  }

  async #load() {
    const {id} = this.complaint;
    const {items} = await get(`/api/complaints/${encodeURIComponent(id)}/duplicates`).catch(() => ({}));
    if (id === this.complaint.id) {
      this.items = items ?? [];
      this.dispatchEvent(new CustomEvent('similar', {detail: this.items}));
    }
  }

  #item({complaint: other, likeness}) {
    const merge = name('command', 'merge-into');
    return html`<li data-testid="same-matter" data-reference=${other.reference}>
      <span><a class="mono" href="#/complaints/${other.reference}">${other.reference}</a> <span lang=${other.language ?? nothing}>${other.title}</span>
        <span class="small soft">${name('channel', other.channel)} · ${dateTime(other.receivedAt)} · ${name('status', other.status)}
          · ${t('duplicates.likeness', {share: percent(likeness)})}</span></span>
      ${possibleSteps(this.complaint).includes('merge-into') ? html`<button data-testid="merge-same-matter"
        aria-label="${merge}: ${other.reference}" @click=${() => this.dispatchEvent(new CustomEvent('merge', {detail: other.reference}))}>${
          merge} …</button>` : nothing}</li>`;
  }

  render() {
    const {merged, status} = this.complaint;
    return !this.items?.length || merged || status === 'closed' ? nothing : html`<aside class="note same-matter" data-testid="similar"
      aria-label=${t('similar.title')}><p>${t('similar.title')}</p><ul>${this.items.slice(0, MOST).map((each) => this.#item(each))}</ul></aside>`;
  }
}
customElements.define('amends-similar', Similar);
