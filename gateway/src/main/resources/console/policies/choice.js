import {html} from 'lit';
import {live} from 'lit/directives/live.js';
import {t} from '../i18n/text.js';

/** The list of what can be opened in one line, for where there is no room beside it. `entries` as [name, text]. */
export const choice = (label, place, entries, chosen) => html`<label class="choosing"><span>${label}</span>
  <select data-testid="choice" @change=${(event) => {
    location.hash = `#/admin/${place}/${encodeURIComponent(event.target.value)}`;
  }}>${chosen ? '' : html`<option value="" selected disabled>${t('policies.choice')}</option>`}
    ${entries.map(([name, text]) => html`<option value=${name} .selected=${live(name === chosen)}>${text}</option>`)}</select></label>`;
