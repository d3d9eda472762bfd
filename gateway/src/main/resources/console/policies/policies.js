import {html, nothing} from 'lit';
import {dateTime, name, t} from '../i18n/text.js';
import {who} from '../complaint/sentences.js';
import {adminTabs} from '../admin/tabs.js';
import {style} from '../style.js';
import {View} from '../view.js';
import './calendar.js';
import {choice} from './choice.js';
import './policy.js';

style(import.meta.resolve('./policies.css'));

const PUBLISHING = ['OPERATIONS', 'ADMINISTRATOR'];

/** The rules of the house: each policy in force with its version, and one of them to be read, tried out and changed. */
class Policies extends View {
  static properties = {chosen: {}, roles: {attribute: false}};

  question() {
    return {path: '/api/policies', query: {}};
  }

  hint() {
    return t('policies.hint');
  }

  #entry(each) {
    const text = name('policyName', each.name);
    return html`<li><a href="#/admin/policies/${encodeURIComponent(each.name)}" data-testid="policy" data-policy=${each.name}
        aria-current=${each.name === this.chosen ? 'page' : nothing}>
      <strong>${text}</strong><span class="tag">${t('policies.version', {version: each.version})}</span>
      <span class="soft small">${who(each.publishedBy)}${Date.parse(each.publishedAt) ? ` · ${dateTime(each.publishedAt)}` : ''}</span></a></li>`;
  }

  render() {
    return html`<h1 class="sr-only">${t('admin.policies')}</h1>${adminTabs('policies', this.roles)}${super.render()}`;
  }

  figures() {
    return html`<div class="policies"><nav aria-label=${t('admin.policies')}>
      ${this.roles?.some((role) => PUBLISHING.includes(role)) ? html`<amends-new-calendar .calendars=${this.items.map((each) => each.name)
        .filter((each) => each.startsWith('calendar.'))} @published=${() => this.load()}></amends-new-calendar>` : nothing}
      ${choice(t('admin.policies'), 'policies', this.items.map((each) => [each.name, name('policyName', each.name)]), this.chosen)}
      <ul data-testid="policies">${this.items.map((each) => this.#entry(each))}</ul></nav>
      ${this.chosen ? html`<amends-policy class="versioned" .name=${this.chosen} .roles=${this.roles} @published=${() => this.load()}></amends-policy>`
        : html`<p class="empty">${t('policies.choose')}</p>`}</div>`;
  }
}
customElements.define('amends-policies', Policies);
