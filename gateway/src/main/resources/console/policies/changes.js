import {html} from 'lit';
import {ConsoleElement} from '../element.js';
import {t} from '../i18n/text.js';
import {fieldName} from './form.js';
import {allSaid, said} from './value.js';

const shown = (key, value) => value === undefined ? html`<span class="soft">${t('policies.nothing')}</span>`
  : Array.isArray(value) && value.every((each) => typeof each !== 'object') ? allSaid(key, value)
    : typeof value === 'object' && value !== null ? html`<code>${JSON.stringify(value)}</code>`
      : typeof value === 'boolean' ? t(value ? 'commands.yes' : 'commands.no') : said(key, value);

/** What a candidate changes, field by field, beside what is in force. */
class Changes extends ConsoleElement {
  static properties = {changes: {attribute: false}};

  render() {
    return html`<div class="scroll"><table data-testid="changes"><thead><tr><th scope="col">${t('policies.field')}</th>
        <th scope="col">${t('policies.before')}</th><th scope="col">${t('policies.after')}</th></tr></thead>
      <tbody>${this.changes.map(({path, before, after}) => html`<tr data-testid="change">
        <th scope="row">${path.map((step, i) => fieldName(step, path[i - 1])).join(' › ') || t('policies.whole')}</th>
        <td class="before">${shown(path.at(-1), before)}</td><td class="after">${shown(path.at(-1), after)}</td></tr>`)}</tbody></table></div>`;
  }
}
customElements.define('amends-changes', Changes);
