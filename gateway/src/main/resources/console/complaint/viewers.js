import {html, nothing} from 'lit';
import {put, remove} from '../api.js';
import {ConsoleElement} from '../element.js';
import {list, t} from '../i18n/text.js';

const BEAT = 10_000;

/** Who else looks at a complaint. Says again and again that its reader does, and whether he is about to do something. */
class Viewers extends ConsoleElement {
  static properties = {complaintId: {}, writing: {type: Boolean}, others: {state: true}};

  connectedCallback() {
    super.connectedCallback();
    const beating = setInterval(() => this.#look(), BEAT);
    this.whileShown(() => clearInterval(beating));
    this.whileShown(() => remove(this.#path(this.complaintId)).catch(() => {}));
    this.listenTo(document, 'visibilitychange', () => this.#look());
  }

  updated(changed) {
    const before = changed.get('complaintId');
    if (before) {
      this.others = [];
      remove(this.#path(before)).catch(() => {});
    }
    if (changed.has('complaintId') || (changed.has('writing') && changed.get('writing') !== undefined)) {
      this.#look();
    }
  }

  #path(id) {
    return `/api/complaints/${encodeURIComponent(id)}/viewers`;
  }

  async #look() {
    if (document.hidden) {
      return;
    }
    const asked = this.complaintId;
    const {items} = await put(`${this.#path(asked)}?writing=${this.writing === true}`).catch(() => ({}));
    if (items && asked === this.complaintId) {
      this.others = items;
    }
  }

  render() {
    const others = this.others ?? [];
    const named = others.map((each) => each.writing ? t('viewers.writing', {name: each.name}) : each.name);
    return html`<p class="viewers" role="status" data-testid="viewers">${others.length
      ? html`<span class="tag">${t('viewers.also', {names: list(named)})}</span>` : nothing}</p>`;
  }
}
customElements.define('amends-viewers', Viewers);
