import {html, nothing} from 'lit';
import {dateTime, list, name, number, t} from '../i18n/text.js';
import {View} from '../view.js';
import {who} from '../complaint/sentences.js';
import './appeal.js';
import './coaching.js';
import './review.js';

const counted = (signs) => Object.entries(signs.reduce((all, {sign}) => ({...all, [sign]: (all[sign] ?? 0) + 1}), {}))
  .sort(([, one], [, other]) => other - one);

/** One agent's service: what events and reviews say of it, and what supervisors told him. */
class Agent extends View {
  static properties = {agent: {}, user: {}, roles: {attribute: false}};

  question() {
    return {path: `/api/agents/${encodeURIComponent(this.agent)}/signs`, query: {limit: 200}};
  }

  hint() {
    return t('quality.hint', {agent: this.agent});
  }

  /** An answer is shown, whether or not it says anything. */
  get items() {
    return this.answer ? [this.answer] : [];
  }

  #signs({signs}) {
    return html`<section class="card" data-testid="signs"><header><h2>${t('quality.signs')}</h2></header><div class="body">
      ${signs.length === 0 ? html`<p class="soft">${t('quality.noSigns')}</p>` : html`
        <ul class="counts">${counted(signs).map(([sign, count]) => html`<li data-testid="sign" data-sign=${sign}><strong>${number(count)}</strong> ${name('sign', sign)}</li>`)}</ul>
        <details><summary>${t('quality.each')}</summary><ul>${signs.slice(0, 100).map((each) => html`<li class="small">${dateTime(each.at)} ·
          <a class="mono" href="#/complaints/${each.reference}">${each.reference}</a> · ${name('sign', each.sign)}</li>`)}</ul></details>`}</div></section>`;
  }

  #review(each) {
    const seen = each.answers.filter((answer) => answer.seen).map((answer) => name('sign', answer.sign));
    return html`<li data-testid="given-review"><p><a class="mono" href="#/complaints/${each.reference}">${each.reference}</a>
        <span class="tag">${name('reviewState', each.state)}</span></p>
      <p>${seen.length ? list(seen) : t('quality.nothingSeen')}${each.note ? html` – ${each.note}` : nothing}</p>
      ${each.appeal ? html`<blockquote>${each.appeal}</blockquote>` : nothing}${each.decision ? html`<p class="small">${each.decision}</p>` : nothing}
      <p class="small soft">${who(each.reviewer)} · ${dateTime(each.at)}</p>
      ${each.state === 'given' && this.user === this.agent ? html`<amends-appeal .review=${each} @appealed=${() => this.load()}></amends-appeal>` : nothing}</li>`;
  }

  #reviews({reviews}, mayReview) {
    return html`<section class="card" data-testid="reviews"><header><h2>${t('quality.reviews')}</h2></header><div class="body">
      ${reviews.length ? html`<ul class="told">${reviews.map((each) => this.#review(each))}</ul>` : html`<p class="soft">${t('quality.noReviews')}</p>`}
      ${mayReview ? html`<amends-review .agent=${this.agent} @reviewed=${() => this.load()}></amends-review>` : nothing}</div></section>`;
  }

  figures() {
    const mayReview = this.roles?.some((role) => role === 'SUPERVISOR' || role === 'OPERATIONS');
    const coaches = this.roles?.includes('SUPERVISOR');
    return html`<div class="quality" data-testid="quality"><div>${this.#signs(this.answer)}${this.#reviews(this.answer, mayReview)}</div>
      ${coaches || this.roles?.includes('AGENT') ? html`<amends-coaching .agent=${this.agent} .writes=${coaches}></amends-coaching>` : nothing}</div>`;
  }
}
customElements.define('amends-agent', Agent);
