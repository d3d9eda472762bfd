import {html} from 'lit';
import {get} from '../api.js';
import {ConsoleElement} from '../element.js';
import {number, t} from '../i18n/text.js';
import {problemState} from '../parts.js';

const SHOWN = 20_000;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** An input as it came, as text that does nothing: whatever cannot be seen, or would turn what is seen around, is written out. */
export function written(base64, mediaType = '') {
  const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(mediaType) ?? [];
  const decoded = (label) => new TextDecoder(label).decode(bytes.subarray(0, 4 * SHOWN));
  let text;
  try {
    text = decoded(charset);
  } catch {
    text = decoded('utf-8');
  }
  const shown = text.slice(0, SHOWN).replace(CONTROL, (each) => `\\u{${each.codePointAt(0).toString(16)}}`);
  return {text: shown, size: bytes.length, whole: text.length <= SHOWN && bytes.length <= 4 * SHOWN};
}

/** The raw input of one item in quarantine, loaded when it is looked at. */
class Raw extends ConsoleElement {
  static properties = {item: {}, input: {state: true}, problem: {state: true}};

  willUpdate(changed) {
    if (changed.has('item')) {
      this.#load();
    }
  }

  async #load() {
    this.problem = null;
    this.input = null;
    try {
      const {content = '', mediaType} = await get(`/api/intake/quarantine/${encodeURIComponent(this.item)}`);
      this.input = {mediaType, ...written(content, mediaType)};
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    if (this.problem) {
      return problemState(this.problem, () => this.#load());
    }
    return this.input ? html`<p class="soft small">${this.input.mediaType} · ${t('quarantine.bytes', {count: number(this.input.size)})}
        ${this.input.whole ? '' : t('quarantine.cut', {count: number(SHOWN)})}</p>
      <pre class="raw" tabindex="0" role="region" aria-label=${t('quarantine.raw')} data-testid="raw">${this.input.text}</pre>`
      : html`<span class="skeleton"></span>`;
  }
}
customElements.define('amends-raw', Raw);
