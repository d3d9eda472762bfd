// What was recognised in the customer's words: always shown as suggestions, and filled in only by whoever chooses one.
import {html, nothing} from 'lit';
import {fullDay, money, name, t} from '../i18n/text.js';

const MOST = 5;
const same = (one, other) => one.toLowerCase() === other.toLowerCase();
const place = ({area, words}) => same(area, words) ? words : `${words} (${area})`;
const piece = (words, text) => html`<span title=${words}>${text}</span>`;

/** A quiet line below a contact. */
export function recognised({suggested}) {
  if (!suggested) {
    return nothing;
  }
  const {places = [], dates = [], amounts = [], products = [], concerns = [], demands = []} = suggested;
  const pieces = [
    ...concerns.map((each) => piece(each.words, name('concernKind', each.kind))),
    ...demands.map((each) => piece(each.words, t('recognised.wants', {demand: name('demandKind', each.kind)}))),
    ...products.map((each) => piece(each.words, each.product)),
    ...amounts.map((each) => piece(each.words, money(each.amount, each.currency))),
    ...dates.map((each) => piece(each.words, fullDay(each.date))),
    ...places.map((each) => piece(each.words, place(each)))];
  return html`<p class="recognised small soft" data-testid="recognised"><span>${t('recognised.title')}</span> ${
    pieces.map((each, i) => html`${i ? ' · ' : nothing}${each}`)}</p>`;
}

/** What fields of forms may be filled with, each once, the newest contact first. */
const offers = {
  'concern.words': ({concerns = []}) => concerns.map(({words}) => ({value: words, text: words})),
  'concern.product': ({products = []}) => products.map(({product}) => ({value: product, text: product})),
  'demand.kind': ({demands = []}) => demands.map(({kind}) => ({value: kind, text: name('demandKind', kind)})),
  'demand.words': ({demands = []}) => demands.map(({words}) => ({value: words, text: words})),
};

function offered(complaint, field) {
  const all = [...(complaint.contacts ?? [])].reverse().filter(({suggested}) => suggested && offers[field])
    .flatMap(({suggested, language}) => offers[field](suggested).map((each) => ({...each, language})));
  return all.filter((each, i) => all.findIndex(({value}) => value === each.value) === i).slice(0, MOST);
}

/** Nobody's own words are replaced: a sentence is put behind them. */
function filled(before, {kind}, value) {
  const written = before?.trim();
  if (kind !== 'long' || !written) {
    return value;
  }
  return written.includes(value) ? before : `${written}\n${value}`;
}

/** Buttons that fill a field, said to be suggestions. */
export function suggestions(form, field) {
  const found = offered(form.complaint, field.field);
  const label = t(`field.${field.field}`);
  return found.length ? html`<div class="offered" role="group" aria-label=${t('recognised.for', {field: label})}
    data-testid="offered" data-field=${field.field}><span class="small soft" aria-hidden="true">${t('recognised.offer')}</span>
    ${found.map(({value, text, language}) => html`<button type="button" class="offer" data-testid="offer" title=${text}
      @click=${() => form.set(field.field, filled(form.values[field.field], field, value))}><span
      lang=${value === text && language ? language : nothing}>${text}</span></button>`)}</div>` : nothing;
}
