// How one stands: whether he is there, how much he has, and until when his shift lasts.
import {html, nothing} from 'lit';
import {list, name, t} from '../i18n/text.js';

const PRESENCES = ['PRESENT', 'AWAY', 'OFFLINE'];

const kinds = ({loads = {}, capacities = {}}) => Object.entries(capacities)
  .map(([kind, room]) => t('work.kind', {kind: name('channelKind', kind), load: loads[kind] ?? 0, capacity: room}));

const pool = (each) => html`<div class="pool" data-testid="pool" data-pool=${each.pool}>
  <span>${t('work.load', {pool: each.pool, load: each.load, capacity: each.capacity})}</span>
  <meter min="0" max=${each.capacity} value=${each.load} high=${each.capacity * 0.8} aria-label=${each.pool}></meter>
  <span>${each.onShift ? t('work.onShift') : t('work.offShift')}${each.asks ? ` · ${t('work.asks')}` : ''}</span>
  ${kinds(each).length ? html`<span class="soft">${list(kinds(each))}</span>` : nothing}</div>`;

/** Who is in several pools is there as soon as he is in one. */
const presence = (pools) => PRESENCES.find((each) => pools.some((standing) => standing.presence === each));

export const desk = ({pools = []}, {change, next, busy}) => html`<section class="card desk" data-testid="desk" aria-label=${t('work.desk')}>
  <fieldset><legend>${t('work.presence')}</legend>${PRESENCES.map((each) => html`<button aria-pressed=${presence(pools) === each}
    data-testid="presence" data-presence=${each} @click=${() => change(each)}>${name('presence', each)}</button>`)}</fieldset>
  <div class="pools">${pools.map(pool)}</div>
  <button class="primary next" data-testid="next" ?disabled=${busy} @click=${next}>${t('work.next')}<kbd aria-hidden="true">n</kbd></button>
</section>`;
