// A policy as something one can read and change, made from the shape of its JSON.
import {html, nothing} from 'lit';
import {name, t} from '../i18n/text.js';
import {input, read, yesNo} from './leaf.js';
import {blank, columnsOf, isLong, isObject, namingOf, pointerOf, shapeOf} from './shape.js';
import {entryName, said} from './value.js';

/** What a field is called, or an entry of the field `within`. */
export const fieldName = (key, within) => entryName(within, key) ?? name('policyField', key);
const label = (path) => path.map((step, i) => typeof step === 'number' ? `${step + 1}` : fieldName(step, path[i - 1])).join(' › ');
const isWithin = (pointer, field) => pointer === field || pointer.startsWith(`${field}/`);
function title(entry, place) {
  const key = namingOf(entry);
  return key === undefined ? `${place + 1}` : said(key, entry[key]);
}

/** Where a server's pointer leads, in words, entries by what they are called by. */
export function placeOf(pointer, body) {
  let at = body;
  return pointer.split('/').slice(1).map((step) => {
    const inList = Array.isArray(at);
    at = at?.[step];
    const key = namingOf(at);
    return inList ? said(key, at?.[key] ?? String(Number(step) + 1)) : fieldName(step);
  }).join(' › ');
}

class Form {
  constructor({edit, errors = [], touched = () => false}) {
    Object.assign(this, {edit, errors, touched});
  }

  /** What the server said of a field; of one that holds others, only what is said of it alone. */
  faults(path, alone) {
    const here = pointerOf(path);
    return this.errors.filter(({pointer = ''}) => alone ? pointer === here : isWithin(pointer, here)).map(({detail}) =>
      html`<p class="error small" role="alert" data-testid="field-error" data-pointer=${here}>${detail}</p>`);
  }

  remove(path, what) {
    return this.edit ? html`<button type="button" class="plain small" data-remove=${pointerOf(path)}
      aria-label=${t('policies.removeOf', {what})} @click=${() => this.edit(path, undefined)}>${t('policies.remove')}</button>` : nothing;
  }

  add(path, value, sample) {
    return this.edit ? html`<button type="button" class="small" data-add=${pointerOf(path)}
      @click=${() => this.edit([...path, value.length], sample)}>${t('policies.add')}</button>` : nothing;
  }

  addKey(path, value) {
    return this.edit ? html`<form class="add-key" @submit=${(event) => {
      event.preventDefault();
      const key = new FormData(event.target).get('key').trim();
      if (key && !(key in value)) {
        this.edit([...path, key], blank(Object.values(value)[0] ?? ''));
        event.target.reset();
      }
    }}><input name="key" aria-label=${t('policies.key', {of: label(path)})} placeholder=${t('policies.newKey')} autocomplete="off">
      <button class="small">${t('policies.add')}</button></form>` : nothing;
  }

  /** Fields that similar entries have and this one has not can be said too. */
  addField(path, entry, like) {
    const keys = this.edit ? columnsOf(like).filter((key) => entry[key] === undefined) : [];
    const sample = (key) => blank(like.find((each) => each[key] !== undefined)[key]);
    return keys.length ? html`<label class="add-field"><span>${t('policies.addField')}</span><select data-add-field=${pointerOf(path)}
      @change=${({target}) => this.edit([...path, target.value], sample(target.value))}>
      <option value=""></option>${keys.map((key) => html`<option value=${key}>${fieldName(key)}</option>`)}</select></label>` : nothing;
  }

  /** A value beside its name. Emptied it stays, so that it can be filled in again. */
  named(path, value) {
    const text = fieldName(path.at(-1), path.at(-2));
    return this.edit ? html`<label><span>${text}</span>${input(value, {
      like: value, pointer: pointerOf(path), change: (next) => this.edit(path, next ?? ''),
    })}</label>${this.faults(path)}` : html`<span class="small soft">${text}</span>${read(value, path.at(-1))}`;
  }

  cell(path, value, like) {
    return this.edit ? html`${input(value, {like, pointer: pointerOf(path), label: label(path), change: (next) => this.edit(path, next)})}${this.faults(path)}`
      : read(value, path.findLast((step) => typeof step === 'string'));
  }

  table(path, rows, columns, isNamed) {
    const like = (column) => rows.find(([, row]) => row[column] !== undefined)?.[1][column];
    return html`<div class="scroll"><table><thead><tr>${isNamed ? html`<th scope="col">${t('policies.name')}</th>` : nothing}
        ${columns.map((column) => html`<th scope="col">${fieldName(column)}</th>`)}
        ${this.edit ? html`<th scope="col"><span class="sr-only">${t('policies.remove')}</span></th>` : nothing}</tr></thead>
      <tbody>${rows.map(([step, row]) => html`<tr class=${this.touched(pointerOf([...path, step])) ? 'other' : ''}>
        ${isNamed ? html`<th scope="row">${entryName(path.at(-1), step) ?? step}</th>` : nothing}
        ${columns.map((column) => html`<td>${this.cell([...path, step, column], row[column], like(column))}</td>`)}
        ${this.edit ? html`<td>${this.remove([...path, step], label([step]))}</td>` : nothing}</tr>`)}</tbody></table></div>${this.faults(path, true)}`;
  }

  card(path, entry, like, text) {
    const here = pointerOf(path);
    const wrong = this.errors.some(({pointer = ''}) => isWithin(pointer, here));
    const other = this.touched(here);
    const told = Object.entries(entry).filter(([key, value]) => typeof value !== 'object' && key !== namingOf(entry)).slice(0, 3);
    return html`<details class="entry ${wrong ? 'wrong' : other ? 'other' : ''}" ?open=${wrong || other} data-entry=${here}>
      <summary><strong>${text}</strong> <span class="soft small">${told.map(([key, value]) => `${fieldName(key)}: ${typeof value === 'boolean' ? yesNo(value) : said(key, value)}`).join(' · ')}</span></summary>
      <div class="inside">${this.record(path, entry, like)}${this.remove(path, text)}</div></details>`;
  }

  record(path, value, like = []) {
    const optional = (key) => like.some((each) => each[key] === undefined) ? this.remove([...path, key], fieldName(key)) : nothing;
    return html`<div class="fields">${Object.entries(value).map(([key, part]) => {
      const here = [...path, key];
      return ['scalar', 'words'].includes(shapeOf(part, key)) ? this.field(here, part, optional(key))
        : html`<section class="field wide"><h3>${fieldName(key)} ${optional(key)}</h3>${this.draw(here, part, key)}</section>`;
    })}</div>${this.faults(path, true)}${this.addField(path, value, like)}`;
  }

  field(path, value, more) {
    return html`<div class="field ${this.touched(pointerOf(path)) ? 'other' : ''} ${Array.isArray(value) && isLong(value) ? 'wide' : ''}">
      ${this.named(path, value)}${more}</div>`;
  }

  map(path, value) {
    return html`<div class="fields">${Object.entries(value).map(([key, part]) => isObject(part)
      ? html`<div class="field wide">${this.card([...path, key], part, [], fieldName(key, path.at(-1)))}</div>`
      : this.field([...path, key], part, this.remove([...path, key], fieldName(key, path.at(-1)))))}</div>${this.addKey(path, value)}`;
  }

  mixed(path, value) {
    return html`<ul class="mixed">${value.map((entry, i) => html`<li>${isObject(entry) ? this.record([...path, i], entry)
      : this.cell([...path, i], entry, '')}${this.remove([...path, i], `${i + 1}`)}</li>`)}</ul>${this.faults(path, true)}${this.add(path, value, '')}`;
  }

  cards(path, value) {
    return html`${value.map((entry, i) => this.card([...path, i], entry, value, title(entry, i)))}${this.faults(path, true)}${
      this.add(path, value, blank(value[0]))}`;
  }

  draw(path, value, key) {
    switch (shapeOf(value, key)) {
      case 'table': return html`${this.table(path, [...value.entries()], columnsOf(value), false)}${this.add(path, value, blank(value[0]))}`;
      case 'mapTable': return html`${this.table(path, Object.entries(value), columnsOf(Object.values(value)), true)}${this.addKey(path, value)}`;
      case 'map': return this.map(path, value);
      case 'cards': return this.cards(path, value);
      case 'mixed': return this.mixed(path, value);
      default: return this.record(path, value);
    }
  }
}

/**
 * Draws `body`. `edit(path, value)` changes it (absent: only to be read), `errors` are those of the server,
 * `touched(pointer)` says whether something in there is otherwise than in force.
 */
export const form = (body, how) => html`<div class="policy-form" data-testid="policy-form">${new Form(how).draw([], body, '')}</div>`;
