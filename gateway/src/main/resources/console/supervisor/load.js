import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import {put} from '../api.js';
import {announce, explained} from '../element.js';
import {list, name, number, percent, t} from '../i18n/text.js';
import {emptyState} from '../parts.js';
import {View} from '../view.js';

const SOON = 300;
const PRESENCES = ['PRESENT', 'AWAY', 'OFFLINE'];

/** Who is there, who has how much, and room for how much more. */
class Load extends View {
  static properties = {refused: {state: true}};

  question() {
    return {path: '/api/agents', query: {}};
  }

  hint() {
    return t('load.hint');
  }

  empty() {
    return emptyState(t('load.empty'), t('load.emptyHint'));
  }

  async #change(agent, presence) {
    this.refused = null;
    try {
      await put(`/api/agents/${encodeURIComponent(agent)}/presence`, {presence});
      announce(t('load.changed', {agent, presence: name('presence', presence)}));
      // what the dispatcher knows follows a moment later
      this.answer = {...this.answer, items: this.items.map((each) => each.id === agent
        ? {...each, pools: each.pools.map((pool) => ({...pool, presence}))} : each)};
      setTimeout(() => this.load(), SOON);
    } catch (problem) {
      this.refused = {agent, text: explained(problem, t)};
      this.load();
    }
  }

  #room({load, capacity}) {
    const share = capacity ? load / capacity : 0;
    return html`<span class="load"><meter min="0" max=${capacity} high=${capacity * 0.9} .value=${load}
      aria-label=${t('load.of', {load: number(load), capacity: number(capacity)})}></meter>
      ${t('load.of', {load: number(load), capacity: number(capacity)})} <span class="soft small">${percent(share)}</span></span>`;
  }

  #presence(agent, pools) {
    const now = pools[0]?.presence;
    return html`<select aria-label=${t('load.presenceOf', {agent})} data-testid="presence" @change=${(event) => this.#change(agent, event.target.value)}>
      ${PRESENCES.map((each) => html`<option value=${each} .selected=${live(each === now)}>${name('presence', each)}</option>`)}</select>`;
  }

  #agent({id, pools}) {
    return pools.map((pool, i) => html`<tr data-testid="agent" data-agent=${id} data-pool=${pool.pool}>
      ${i === 0 ? html`<th scope="rowgroup" rowspan=${pools.length}><a href="#/supervisor/agent/${encodeURIComponent(id)}" data-testid="to-agent">${id}</a></th>` : nothing}
      <td>${name('pool', pool.pool)}</td><td>${this.#room(pool)}</td>
      <td>${list(pool.skills.map((each) => name('skill', each)))}</td>
      <td class="shift">${pool.onShift ? t('load.onShift') : html`<span class="soft">${t('load.offShift')}</span>`}${pool.asks ? html` <span class="tag">${t('load.asks')}</span>` : nothing}</td>
      ${i === 0 ? html`<td rowspan=${pools.length}>${this.#presence(id, pools)}
        ${this.refused?.agent === id ? html`<p class="error small" role="alert">${this.refused.text}</p>` : nothing}</td>` : nothing}</tr>`);
  }

  figures() {
    return html`<div class="card scroll"><table data-testid="load"><thead><tr>
        ${['agent', 'pool', 'room', 'skills', 'shift', 'presence'].map((each) => html`<th scope="col">${t(`load.${each}`)}</th>`)}</tr></thead>
      <tbody>${repeat(this.items, ({id}) => id, (each) => this.#agent(each))}</tbody></table></div>`;
  }
}
customElements.define('amends-load', Load);
