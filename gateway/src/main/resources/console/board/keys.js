import {html} from 'lit';
import {ConsoleElement} from '../element.js';
import {t} from '../i18n/text.js';
import {areKeysOn, switchKeys} from '../keys.js';

const KEYS = [
  ['next', 'j', '↓'], ['previous', 'k', '↑'], ['ends', 'Home', 'End'], ['open', 'Enter'], ['search', '/'], ['filter', 'f'],
  ['select', 'x'], ['give', 'b'],
  ['new', 'n'], ['reload', 'r'], ['queue', '1', '9'], ['wall', 'w'], ['help', '?'],
];

/** The keys of the board, over it when one asks for them. */
class BoardKeys extends ConsoleElement {
  show() {
    this.querySelector('dialog').showModal();
  }

  render() {
    return html`<dialog aria-labelledby="keys-title" data-testid="keys">
      <h2 id="keys-title">${t('help.title')}</h2>
      <dl>${KEYS.map(([what, ...keys]) => html`<div>
        <dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${t(`help.${what}`)}</dd></div>`)}</dl>
      <label class="switch"><input type="checkbox" .checked=${areKeysOn()} data-testid="keys-on"
        @change=${(event) => switchKeys(event.target.checked)}> ${t('help.on')}</label>
      <form method="dialog"><button class="primary">${t('action.close')}</button></form>
    </dialog>`;
  }
}
customElements.define('board-keys', BoardKeys);
