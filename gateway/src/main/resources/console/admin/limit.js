import {html, nothing} from 'lit';
import {get} from '../api.js';
import {ConsoleElement} from '../element.js';
import {list, name, t} from '../i18n/text.js';

const words = (text) => text.split(',').map((word) => word.trim()).filter(Boolean);

/** What the platform knows by name. A brand that no complaint names yet is none of them, and right all the same. */
const KNOWN = {
  brands: async () => (await get('/api/analytics/brands')).items ?? [],
  queues: async () => {
    const {body} = await get('/api/policies/routing');
    return [...new Set([...(body.rules ?? []).map(({queue}) => queue), body.circles?.queue].filter(Boolean))];
  },
};

/** Names with commas between them: those that are known are offered, and others are pointed out before they are saved. */
class Limit extends ConsoleElement {
  static properties = {kind: {}, chosen: {attribute: false}, known: {state: true}, text: {state: true}};

  connectedCallback() {
    super.connectedCallback();
    this.text = (this.chosen ?? []).join(', ');
    KNOWN[this.kind]?.().then((names) => {
      this.known = names;
    }, () => {});
  }

  get #unknown() {
    return this.known ? words(this.text).filter((each) => !this.known.includes(each)) : [];
  }

  /** What is typed last is still being written: it is completed, the names before it stay. */
  #offers() {
    const begun = this.text.slice(0, this.text.lastIndexOf(',') + 1);
    const taken = words(begun);
    return (this.known ?? []).filter((each) => !taken.includes(each))
      .map((each) => html`<option value=${begun ? `${begun.trim()} ${each}` : each}>${this.kind === 'queues' ? name('queue', each) : nothing}</option>`);
  }

  render() {
    return html`<label><span>${t(`admin.${this.kind}`)} – ${t('admin.commas')}</span>
      <input name=${this.kind} autocomplete="off" list="known-${this.kind}" data-testid="access-${this.kind}" .value=${this.text}
        aria-describedby=${this.#unknown.length ? `unknown-${this.kind}` : nothing} @input=${(event) => {
          this.text = event.target.value;
        }}></label><datalist id="known-${this.kind}">${this.#offers()}</datalist>
      <p id="unknown-${this.kind}" class="note small" role="status" data-testid="unknown-${this.kind}" ?hidden=${!this.#unknown.length}>${
        this.#unknown.length ? t(`admin.unknown.${this.kind}`, {names: list(this.#unknown), known: list(this.known) || '–'}) : nothing}</p>`;
  }
}
customElements.define('amends-limit', Limit);
