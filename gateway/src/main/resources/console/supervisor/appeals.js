import {html} from 'lit';
import {dateTime, name, t} from '../i18n/text.js';
import {emptyState} from '../parts.js';
import {who} from '../complaint/sentences.js';
import {complaintHead, Deciding} from './deciding.js';

/** Reviews that their agents do not agree with. */
class Appeals extends Deciding {
  question() {
    return {path: '/api/board/appeals', query: {limit: 100}};
  }

  hint() {
    return t('appeals.hint');
  }

  empty() {
    return emptyState(t('appeals.empty'), t('appeals.emptyHint'));
  }

  key({complaint, review}) {
    return `${complaint.id} ${review.review}`;
  }

  #ask(item) {
    const stands = this.asking?.key === this.key(item) ? this.asking.stands : undefined;
    const button = (value, key) => html`<button data-testid="appeal-${key}" @click=${() => {
      this.asking = {key: this.key(item), stands: value};
    }}>${t(`appeals.${key}`)}</button>`;
    return stands === undefined ? html`<div class="row">${button(true, 'stands')}${button(false, 'withdraw')}</div>`
      : html`<p class="small">${t(stands ? 'appeals.stands' : 'appeals.withdraw')}</p>
        ${this.reason(item, 'decide-appeal', {review: item.review.review, reviewStands: stands})}`;
  }

  #item(item) {
    const {review} = item;
    return html`<li class="card" data-testid="appeal" data-reference=${item.complaint.reference}>${complaintHead(item.complaint)}
      <div class="body"><p>${t('appeals.of', {agent: review.agent, reviewer: who(review.reviewer), time: dateTime(review.at)})}</p>
        <p>${review.answers.filter(({seen}) => seen).map(({sign}) => html`<span class="tag">${name('sign', sign)}</span> `)}</p>
        <blockquote>${review.appeal}</blockquote>
        ${this.decision(item, () => this.#ask(item))}</div></li>`;
  }

  figures() {
    return this.cards('appeals', (each) => this.#item(each));
  }
}
customElements.define('amends-appeals', Appeals);
