import {html, nothing} from 'lit';
import {post} from '../api.js';
import {dateTime, exactTime, t} from '../i18n/text.js';
import {emptyState} from '../parts.js';
import {Turns} from './turns.js';

const replay = async ({id}) => {
  await post(`/api/intake/operations/dead-letters/${encodeURIComponent(id)}/replay`);
};

/** What some consumer could not process, to be put onto its topic again once the reason is mended. */
class DeadLetters extends Turns {
  question() {
    return {path: '/api/intake/operations/dead-letters', query: {replayed: this.choice.replayed ?? 'false'}};
  }

  get #replayed() {
    return this.choice.replayed === 'true';
  }

  hint() {
    return t('letters.hint');
  }

  empty() {
    return this.#replayed ? emptyState(t('letters.noneReplayed'), '') : emptyState(t('letters.empty'), t('letters.emptyHint'));
  }

  controls() {
    return html`${this.choices('replayed', t('letters.show'), [['false', t('letters.lying')], ['true', t('letters.replayed')]], this.choice.replayed ?? 'false')}
      ${this.#replayed ? nothing : this.turns(t('letters.replayAll'), this.items.filter((each) => each.replayable), replay)}`;
  }

  #what(each) {
    return each.replayed ? html`${each.replayed.by}<br><span class="soft small">${dateTime(each.replayed.at)}</span>`
      : !each.replayable ? html`<span class="soft small">${t('letters.outdated')}</span>`
      : html`<button data-testid="replay" ?disabled=${this.turn} aria-label="${t('letters.replay')} ${each.id}"
          @click=${() => this.one(each, replay, t('letters.done'))}>${t('letters.replay')}</button>${this.refusal(each)}`;
  }

  figures() {
    return html`${this.answer.complete ? nothing : html`<p class="note">${t('letters.partial')}</p>`}
      <div class="card"><table data-testid="letters"><thead><tr>
        ${['at', 'source', 'type', 'reason', 'replayed'].map((each) => html`<th scope="col">${t(`letters.${each}`)}</th>`)}</tr></thead>
      <tbody>${this.items.map((each) => html`<tr data-testid="letter" data-letter=${each.id}><td title=${exactTime(each.at)}>${dateTime(each.at)}</td>
        <td class="mono small">${each.source.topic}<br><span class="soft">${each.source.partition} @ ${each.source.offset ?? '?'}</span></td>
        <td>${each.type ?? '–'}<br><span class="soft small mono">${each.key ?? ''}</span></td>
        <td class="why">${each.reason ?? '–'}<br><span class="soft small">${each.error?.split('.').at(-1) ?? ''}</span></td>
        <td>${this.#what(each)}</td></tr>`)}</tbody></table></div>`;
  }
}
customElements.define('amends-dead-letters', DeadLetters);
