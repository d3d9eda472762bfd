// What a form asks for, as controls. `form` has the complaint, the agents, the values, and `set(field, value)`.
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {dateTime, name, t} from '../i18n/text.js';
import './composer.js';
import './duplicates.js';
import {suggestions} from './recognised.js';

const label = (key) => html`<span>${t(`field.${key}`)}</span>`;
const hook = (key) => `field-${key}`;

function select(form, {field: key, required}, pairs) {
  const value = form.values[key];
  return html`<select name=${key} data-testid=${hook(key)} ?required=${required} @change=${(event) => form.set(key, event.target.value)}>
    ${pairs.map(([code, text]) => html`<option value=${code} .selected=${live(code === value)}>${text}</option>`)}</select>`;
}

const options = (form, field, pairs) => html`<label>${label(field.field)}${select(form, field, pairs)}</label>`;

/** “sato – there, 12 of 40” */
function standing({id, present, pools}) {
  if (!pools?.length) {
    return id;
  }
  const sum = (key) => pools.reduce((all, pool) => all + pool[key], 0);
  return t(present ? 'colleague.there' : 'colleague.away', {name: id, load: sum('load'), capacity: sum('capacity')});
}

const people = (agents, but) => agents.filter(({id}) => id !== but)
  .sort((a, b) => Number(b.present ?? 0) - Number(a.present ?? 0) || (a.id < b.id ? -1 : 1));

/** The earliest that a promise may be for, as the control wants it: in the reader's zone. */
const soonest = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

const controls = {
  fixed: () => nothing,
  long: (form, {field: key, required}) => html`<label>${label(key)}<textarea name=${key} data-testid=${hook(key)} ?required=${required}
    .value=${form.values[key] ?? ''} @input=${(event) => form.set(key, event.target.value)}></textarea></label>`,
  letter: (form, {field: key}) => html`<amends-composer .complaint=${form.complaint} .text=${form.values[key] ?? ''} field=${key}
    @written=${({detail}) => form.set(key, detail)}></amends-composer>`,
  duplicate: (form, {field: key}) => html`<amends-duplicates .complaint=${form.complaint} .value=${form.values[key] ?? ''}
    @chosen=${({detail}) => form.set(key, detail)}></amends-duplicates>`,
  choice: (form, field) => options(form, field,
    field.values.map((code) => [code, field.plain ? code : name(field.family, code)])),
  colleague: (form, field) => options(form, field,
    [['', t('field.toQueue')], ...people(form.agents, form.complaint.owner).map((each) => [each.id, standing(each)])]),
  promise: (form, field) => options(form, field, [['', ''], ...(form.complaint.promises ?? [])
    .filter((promise) => promise.state === 'open')
    .map((promise) => [promise.promise, `${promise.what} (${dateTime(promise.due)})`])]),
  check: (form, {field: key}) => html`<label class="check"><input type="checkbox" name=${key} data-testid=${hook(key)}
    .checked=${form.values[key] === true} @change=${(event) => form.set(key, event.target.checked)}>${label(key)}</label>`,
  yesNo: (form, {field: key}) => html`<fieldset><legend>${t(`field.${key}`)}</legend><span>${['yes', 'no'].map((each) => html`
    <label class="choice"><input type="radio" name=${key} value=${each} data-testid="${hook(key)}-${each}"
      .checked=${(form.values[key] ?? 'yes') === each} @change=${(event) => form.set(key, event.target.value)}><span>${
        t(`commands.${each}`)}</span></label>`)}</span></fieldset>`,
  agent: (form, {field: key, required}) => html`<label>${label(key)}<input name=${key} data-testid=${hook(key)} list="agents"
    autocomplete="off" ?required=${required} .value=${form.values[key] ?? ''}
    @input=${(event) => form.set(key, event.target.value)}></label>`,
  time: (form, field) => line(form, field, {type: 'datetime-local', min: soonest()}),
  number: (form, field) => line(form, field, {type: 'number', min: 0, step: 'any'}),
  text: (form, field) => line(form, field, {type: 'text'}),
};

const line = (form, {field: key, required}, {type, min = nothing, step = nothing}) => html`<label>${label(key)}<input name=${key}
  data-testid=${hook(key)} ?required=${required} type=${type} min=${min} step=${step} .value=${form.values[key] ?? ''}
  @input=${(event) => form.set(key, event.target.value)}></label>`;

export const control = (form, field) => html`${controls[field.kind](form, field)}${suggestions(form, field)}`;
