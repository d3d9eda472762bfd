// The choices that narrow the board, drawn from what they are given.
import {html, nothing} from 'lit';
import {languageName, name, t} from '../i18n/text.js';
import {go} from './filter.js';

const NOBODY = '!';
const LEVELS = ['URGENT', 'HIGH', 'NORMAL', 'LOW'];
const STATES = ['breached', 'warned', 'running', 'paused', 'met'];
const SORTS = ['priority', 'due', 'newest'];
const seen = {channel: new Set(), language: new Set(['en', 'ja', 'zh']), tier: new Set(), product: new Set()};

/** Channels, languages, tiers and products are offered once they have been seen. */
export function notice(row) {
  seen.channel.add(row.channel);
  seen.language.add(row.language);
  seen.tier.add(row.customer?.tier);
  if (row.product) {
    seen.product.add(row.product);
  }
}

const labels = {
  priority: (value) => name('priority', value),
  state: (value) => name('state', value),
  owner: (value) => value,
  unassigned: () => t('board.nobody'),
  channel: (value) => name('channel', value),
  language: (value) => languageName(value),
  tier: (value) => name('tier', value),
  product: (value) => value,
  customer: (value) => value,
};

const options = (values, field, chosen) => [...new Set([...values, chosen])].filter(Boolean)
  .map((value) => html`<option value=${value} ?selected=${value === chosen}>${labels[field](value)}</option>`);

function choice(field, values, {queue, fields}) {
  return html`<label><span>${t(`filter.${field}`)}</span>
    <select data-testid="filter-${field}" @change=${(event) => go(queue, {...fields, [field]: event.target.value})}>
      <option value="">${t('filter.any')}</option>
      ${options(values, field, fields[field])}
    </select></label>`;
}

function ownerChoice({queue, fields, agents, user}) {
  const chosen = fields.unassigned ? NOBODY : fields.owner ?? '';
  const choose = (value) => go(queue, {...fields, unassigned: value === NOBODY ? 'true' : '', owner: value === NOBODY ? '' : value});
  const people = [...new Set([user, ...agents, chosen])].filter((each) => each && each !== NOBODY);
  return html`<label><span>${t('filter.owner')}</span>
    <select data-testid="filter-owner" @change=${(event) => choose(event.target.value)}>
      <option value="">${t('filter.any')}</option>
      <option value=${NOBODY} ?selected=${chosen === NOBODY}>${t('board.nobody')}</option>
      ${people.map((each) => html`<option value=${each} ?selected=${each === chosen}>${each === user ? t('filter.me', {user}) : each}</option>`)}
    </select></label>`;
}

export const filterPanel = (chosen) => html`<div class="filters" role="group" aria-label=${t('filter.title')} data-testid="filters">
  ${choice('priority', LEVELS, chosen)}
  ${choice('state', STATES, chosen)}
  ${ownerChoice(chosen)}
  ${choice('channel', [...seen.channel].sort(), chosen)}
  ${choice('language', [...seen.language].sort(), chosen)}
  ${choice('tier', [...seen.tier].sort(), chosen)}
  ${choice('product', [...seen.product].sort(), chosen)}
</div>`;

export const sortChoice = ({queue, fields}) => html`<label class="sort"><span>${t('sort.title')}</span>
  <select data-testid="sort" @change=${(event) => go(queue, {...fields, sort: event.target.value})}>
    ${SORTS.map((each) => html`<option value=${each} ?selected=${each === (fields.sort ?? 'priority')}>${t(`sort.${each}`)}</option>`)}
  </select></label>`;

/** What narrows the board at the moment; each can be taken away. */
export const chips = ({queue, fields}) => Object.entries(fields).filter(([field]) => field !== 'sort').map(([field, value]) => html`
  <button class="chip" data-testid="chip" data-field=${field} title=${t('filter.remove')}
    @click=${() => go(queue, {...fields, [field]: ''})}>
    <span class="soft">${field === 'unassigned' ? nothing : t(`filter.${field}`)}</span> ${labels[field](value)} <span aria-hidden="true">×</span>
    <span class="sr-only">${t('filter.remove')}</span>
  </button>`);
