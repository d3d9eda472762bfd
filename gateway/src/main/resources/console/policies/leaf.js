// A single value of a policy: to be read, or in an input of its kind.
import {html, nothing} from 'lit';
import {number, t} from '../i18n/text.js';
import {isLong, joined, split, typed} from './shape.js';
import {said} from './value.js';

const NOTHING = html`<span class="soft">–</span>`;
export const yesNo = (value) => t(value ? 'commands.yes' : 'commands.no');

/** A value of the field `key`. */
export function read(value, key) {
  if (Array.isArray(value)) {
    return value.length ? html`<span class="tags">${value.map((each) => html`<span class="tag">${said(key, each)}</span> `)}</span>` : NOTHING;
  }
  switch (typeof value) {
    case 'boolean': return yesNo(value);
    case 'number': return number(value);
    default: return value === undefined || value === '' ? NOTHING : html`<span class="said">${said(key, value)}</span>`;
  }
}

const choice = (value, pointer, label, change) => html`<select aria-label=${label ?? nothing} data-pointer=${pointer}
    @change=${(event) => change({true: true, false: false}[event.target.value])}>
  ${[...value === undefined ? [undefined] : [], true, false].map((each) => html`<option value=${String(each ?? '')}
    ?selected=${each === value}>${each === undefined ? '' : yesNo(each)}</option>`)}</select>`;

const words = (value, pointer, label, change) => {
  const told = (event) => change(split(event.target.value, value));
  return isLong(value)
    ? html`<textarea aria-label=${label ?? nothing} data-pointer=${pointer} .value=${joined(value)} @change=${told}></textarea>`
    : html`<input aria-label=${label ?? nothing} data-pointer=${pointer} autocomplete="off" spellcheck="false" .value=${joined(value)} @change=${told}>`;
};

/**
 * An input for a value; `like` stands for it where nothing is said, `label` names it where nothing else does.
 * `change` is told the new value, `undefined` for nothing.
 */
export function input(value, {like, pointer, label, change}) {
  const sample = value ?? like;
  if (Array.isArray(sample)) {
    return words(value ?? [], pointer, label, change);
  }
  if (typeof sample === 'boolean') {
    return choice(value, pointer, label, change);
  }
  return String(value ?? '').includes('\n')
    ? html`<textarea aria-label=${label ?? nothing} data-pointer=${pointer} .value=${value}
        @change=${(event) => change(event.target.value || undefined)}></textarea>`
    : html`<input aria-label=${label ?? nothing} data-pointer=${pointer} autocomplete="off" spellcheck="false"
        inputmode=${typeof sample === 'number' ? 'decimal' : nothing} .value=${String(value ?? '')}
        @input=${(event) => change(typed(event.target.value, sample))}>`;
}
