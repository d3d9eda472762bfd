// A policy as something one can read and, when `edit` is given, change: made from the shape of its JSON.
import {html, nothing} from 'lit';
import {name, number, t, words} from '../i18n/text.js';
import {blank, columnsOf, isLong, isObject, joined, namingOf, pointerOf, shapeOf, split, typed} from './shape.js';
import {spoken} from './spoken.js';

export const fieldName = (key) => name('policyField', key);
const label = (path) => path.map((step) => typeof step === 'number' ? `${step + 1}` : fieldName(step)).join(' › ');
const isWithin = (pointer, field) => pointer === field || pointer.startsWith(`${field}/`);

/** Names that families of words know are shown in words too: `clock`, `queue`, `factor`, `rule`, `sign`, `tier`. */
function called(key, value) {
  const families = {clock: 'clock', queue: 'queue', factor: 'factor', rule: 'rule', sign: 'sign'};
  const text = families[key] ? name(families[key], value) : undefined;
  return text && text !== words(String(value)) ? text : String(value);
}

/**
 * Draws `body`. `edit(path, value)` changes it (absent: only to be read), `errors` are those of the server,
 * `touched(pointer)` says whether something in there is otherwise than in force.
 */
export function form(body, {edit, errors = [], touched = () => false}) {
  const faults = (path, exact) => errors.filter(({pointer}) => exact ? pointer === pointerOf(path) : isWithin(pointer ?? '', pointerOf(path)))
    .map(({detail}) => html`<p class="error small" role="alert" data-testid="field-error" data-pointer=${pointerOf(path)}>${detail}</p>`);
  const marks = (path, closed = false) => ({
    wrong: errors.some(({pointer}) => isWithin(pointer ?? '', pointerOf(path))), other: touched(pointerOf(path)), closed,
  });

  const input = (path, value, like, bare) => {
    const hook = {pointer: pointerOf(path), label: label(path)};
    if (typeof (value ?? like) === 'boolean') {
      return html`<select aria-label=${bare ? hook.label : nothing} data-pointer=${hook.pointer}
        @change=${(event) => edit(path, {true: true, false: false}[event.target.value])}>
        ${[...value === undefined ? ['']: [], 'true', 'false'].map((each) => html`<option value=${each} ?selected=${each === String(value ?? '')}>${
          each ? t(each === 'true' ? 'commands.yes' : 'commands.no') : ''}</option>`)}</select>`;
    }
    return String(value ?? '').includes('\n')
      ? html`<textarea aria-label=${bare ? hook.label : nothing} data-pointer=${hook.pointer} .value=${value}
          @change=${(event) => edit(path, event.target.value || (bare ? undefined : ''))}></textarea>`
      : html`<input aria-label=${bare ? hook.label : nothing} data-pointer=${hook.pointer} autocomplete="off" spellcheck="false"
          inputmode=${typeof (value ?? like) === 'number' ? 'decimal' : nothing} .value=${String(value ?? '')}
          @input=${(event) => edit(path, typed(event.target.value, value ?? like) ?? (bare ? undefined : ''))}>`;
  };

  const list = (path, value, bare) => {
    const change = (event) => edit(path, split(event.target.value, value));
    return isLong(value)
      ? html`<textarea aria-label=${bare ? label(path) : nothing} data-pointer=${pointerOf(path)} .value=${joined(value)} @change=${change}></textarea>`
      : html`<input aria-label=${bare ? label(path) : nothing} data-pointer=${pointerOf(path)} autocomplete="off" spellcheck="false"
          .value=${joined(value)} @change=${change}>`;
  };

  const read = (value) => Array.isArray(value)
    ? value.length ? html`<span class="tags">${value.map((each) => html`<span class="tag">${spoken(each)}</span> `)}</span>` : html`<span class="soft">–</span>`
    : value === undefined || value === '' ? html`<span class="soft">–</span>`
      : typeof value === 'boolean' ? t(value ? 'commands.yes' : 'commands.no')
        : typeof value === 'number' ? number(value) : html`<span class="said">${spoken(value)}</span>`;

  const leaf = (path, value, like, bare) => html`${edit
    ? Array.isArray(value ?? like) ? list(path, value ?? [], bare) : input(path, value, like, bare) : read(value)}${faults(path)}`;

  const remove = (path, what) => edit ? html`<button type="button" class="plain small" data-remove=${pointerOf(path)}
    aria-label=${t('policies.removeOf', {what})} @click=${() => edit(path, undefined)}>${t('policies.remove')}</button>` : nothing;
  const add = (path, value, sample) => edit ? html`<button type="button" class="small" data-add=${pointerOf(path)}
    @click=${() => edit([...path, value.length], sample)}>${t('policies.add')}</button>` : nothing;
  const addKey = (path, value) => edit ? html`<form class="add-key" @submit=${(event) => {
    event.preventDefault();
    const key = new FormData(event.target).get('key').trim();
    if (key && !(key in value)) {
      edit([...path, key], blank(Object.values(value)[0] ?? ''));
      event.target.reset();
    }
  }}><input name="key" aria-label=${t('policies.key', {of: label(path)})} placeholder=${t('policies.newKey')} autocomplete="off">
    <button class="small">${t('policies.add')}</button></form>` : nothing;

  const table = (path, rows, columns, head, more) => html`<div class="scroll"><table class="plain-table"><thead><tr>
      ${head ? html`<th scope="col">${t('policies.name')}</th>` : nothing}
      ${columns.map((column) => html`<th scope="col">${fieldName(column)}</th>`)}${edit ? html`<th><span class="sr-only">${t('policies.remove')}</span></th>` : nothing}</tr></thead>
    <tbody>${rows.map(([step, row]) => html`<tr class=${touched(pointerOf([...path, step])) ? 'other' : ''}>
      ${head ? html`<th scope="row">${step}</th>` : nothing}
      ${columns.map((column) => html`<td>${leaf([...path, step, column], row[column], rows.find(([, each]) => each[column] !== undefined)?.[1][column], true)}</td>`)}
      ${edit ? html`<td>${remove([...path, step], label([step]))}</td>` : nothing}</tr>`)}</tbody></table></div>${faults(path, true)}${more}`;

  const card = (path, entry, like, title) => {
    const {wrong, other} = marks(path);
    const said = Object.entries(entry).filter(([key, value]) => typeof value !== 'object' && key !== namingOf(entry)).slice(0, 3);
    return html`<details class="entry ${wrong ? 'wrong' : other ? 'other' : ''}" ?open=${wrong || other} data-entry=${pointerOf(path)}>
      <summary><strong>${title}</strong> <span class="soft small">${said.map(([key, value]) => `${fieldName(key)}: ${spoken(value)}`).join(' · ')}</span></summary>
      <div class="inside">${record(path, entry, like)}${remove(path, title)}</div></details>`;
  };

  /** Fields that its like has and it has not can be said too. */
  const missing = (path, entry, like) => {
    const keys = edit ? columnsOf(like).filter((key) => entry[key] === undefined) : [];
    return keys.length ? html`<label class="add-field"><span>${t('policies.addField')}</span><select data-add-field=${pointerOf(path)}
      @change=${(event) => edit([...path, event.target.value], blank(like.find((each) => each[event.target.value] !== undefined)[event.target.value]))}>
      <option value=""></option>${keys.map((key) => html`<option value=${key}>${fieldName(key)}</option>`)}</select></label>` : nothing;
  };

  const record = (path, value, like = []) => html`<div class="fields">${Object.entries(value).map(([key, part]) => {
    const shape = shapeOf(part, key);
    const here = [...path, key];
    return shape === 'scalar' || shape === 'words'
      ? html`<div class="field ${touched(pointerOf(here)) ? 'other' : ''} ${Array.isArray(part) && isLong(part) ? 'wide' : ''}">
          ${edit ? html`<label><span>${fieldName(key)}</span>${leaf(here, part)}</label>` : html`<span class="small soft">${fieldName(key)}</span>${leaf(here, part)}`}
          ${like.some((each) => each[key] === undefined) ? remove(here, fieldName(key)) : nothing}</div>`
      : html`<section class="field wide"><h4>${fieldName(key)} ${like.some((each) => each[key] === undefined) ? remove(here, fieldName(key)) : nothing}</h4>${draw(here, part, key)}</section>`;
  })}</div>${faults(path, true)}${missing(path, value, like)}`;

  const map = (path, value) => html`<div class="fields">${Object.entries(value).map(([key, part]) => html`
    <div class="field ${isObject(part) || Array.isArray(part) && isLong(part) ? 'wide' : ''} ${touched(pointerOf([...path, key])) ? 'other' : ''}">
      ${isObject(part) ? card([...path, key], part, [], key)
        : html`${edit ? html`<label><span>${fieldName(key)}</span>${leaf([...path, key], part)}</label>` : html`<span class="small soft">${fieldName(key)}</span>${leaf([...path, key], part)}`}
      ${remove([...path, key], key)}`}</div>`)}</div>${addKey(path, value)}`;

  const mixed = (path, value) => html`<ul class="mixed">${value.map((entry, i) => html`<li>${
    isObject(entry) ? record([...path, i], entry) : leaf([...path, i], entry, '', true)}${remove([...path, i], `${i + 1}`)}</li>`)}</ul>${
    faults(path, true)}${add(path, value, '')}`;

  function draw(path, value, key) {
    switch (shapeOf(value, key)) {
      case 'table': return table(path, [...value.entries()], columnsOf(value), false, add(path, value, blank(value[0] ?? {})));
      case 'mapTable': return table(path, Object.entries(value), columnsOf(Object.values(value)), true, addKey(path, value));
      case 'map': return map(path, value);
      case 'cards': return html`${value.map((entry, i) => card([...path, i], entry, value,
        namingOf(entry) ? called(namingOf(entry), entry[namingOf(entry)]) : `${i + 1}`))}${faults(path, true)}${add(path, value, blank(value[0]))}`;
      case 'mixed': return mixed(path, value);
      case 'words': case 'scalar': return leaf(path, value);
      default: return record(path, value);
    }
  }
  return html`<div class="policy-form" data-testid="policy-form">${draw([], body, '')}</div>`;
}

