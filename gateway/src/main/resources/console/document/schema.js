// Schemas as a person reads them: a row per member, deeper ones on demand.
import {html, nothing} from 'lit';
import {t} from '../i18n/text.js';

/** A text in which names stand between back-ticks. */
export const said = (text = '') => text.split('`').map((part, i) => (i % 2 ? html`<code>${part}</code>` : part));

/** What a reference leads to, with what is said beside it. */
export function resolved(document, value) {
  if (!value?.$ref) {
    return value;
  }
  const found = value.$ref.slice(2).split('/').reduce((at, part) => at[part], document);
  const {$ref, ...beside} = value;
  return {...resolved(document, found), ...beside};
}

const named = (value) => value?.$ref?.split('/').at(-1);

/** “string”, “Actor”, “list of BoardRow”. */
export function typeOf(value) {
  if (value === undefined) {
    return '';
  }
  if (value.const !== undefined) {
    return JSON.stringify(value.const);
  }
  if (value.type === 'array') {
    return t('document.list', {of: typeOf(value.items)});
  }
  const choice = value.oneOf ?? value.anyOf;
  return named(value) ?? (choice ? choice.map(typeOf).join(' | ') : value.format ?? value.type ?? t('document.anything'));
}

/** Parts of a whole, later ones said more exactly. */
function whole(document, value) {
  const all = resolved(document, value);
  const parts = (all?.allOf ?? []).map((part) => whole(document, part));
  return parts.length === 0 ? all : {
    ...all, type: 'object', required: [...parts.flatMap((part) => part.required ?? []), ...all.required ?? []],
    properties: Object.assign({}, ...parts.map((part) => part.properties), all.properties),
  };
}

const hasMore = (value) => value && (value.properties || value.oneOf || value.anyOf || value.enum || value.type === 'array' && hasMore(value.items));

function inner(document, value) {
  const found = whole(document, value);
  return found?.type === 'array' ? inner(document, found.items) : found;
}

function member(document, name, value, needed) {
  const deeper = inner(document, value);
  return html`<li>
    <div class="member"><code>${name}</code>${needed ? html`<span class="needed" title=${t('document.needed')}>*</span>` : nothing}
      <span class="mono soft">${typeOf(value)}</span>
      ${deeper?.['x-personal'] ? html`<span class="tag">${t('document.personal')}</span>` : nothing}
      <span class="said">${said(value.description ?? deeper?.description)}</span></div>
    ${hasMore(deeper) ? html`<document-part .document=${document} .part=${deeper}></document-part>` : nothing}</li>`;
}

const choices = (document, all) => html`<ul class="members">${all.map((each) =>
  member(document, each.title ?? named(each) ?? typeOf(each), each, false))}</ul>`;

/** A schema laid open. */
export function schema(document, value) {
  const all = inner(document, value);
  if (all.enum) {
    return html`<p class="values">${all.enum.map((each) => html`<code>${each}</code> `)}</p>`;
  }
  const choice = all.oneOf ?? all.anyOf;
  if (choice) {
    return choices(document, choice);
  }
  return all.properties && Object.keys(all.properties).length
    ? html`<ul class="members">${Object.entries(all.properties).map(([name, each]) =>
      member(document, name, each, all.required?.includes(name)))}</ul>`
    : html`<p class="mono small">${typeOf(all)}</p>`;
}

export const example = (title, value) => html`<details class="example"><summary>${title}</summary>
  <pre>${JSON.stringify(value, null, 2)}</pre></details>`;
