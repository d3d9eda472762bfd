import {html, nothing} from 'lit';
import {dateTime, t} from '../i18n/text.js';
import {who} from '../complaint/sentences.js';
import {adminTabs} from '../admin/tabs.js';
import {choice} from '../policies/choice.js';
import {style} from '../style.js';
import {View} from '../view.js';
import {title} from './names.js';
import './template.js';

style(import.meta.resolve('../policies/policies.css'));
style(import.meta.resolve('./templates.css'));

/** The words that customers and colleagues are written to with: each template in force, and one of them to be read, looked at as a letter and changed. */
class Templates extends View {
  static properties = {chosen: {}, roles: {attribute: false}};

  question() {
    return {path: '/api/notification-templates', query: {}};
  }

  hint() {
    return t('templates.hint');
  }

  #entry(each) {
    return html`<li><a href="#/admin/templates/${encodeURIComponent(each.name)}" data-testid="template-entry" data-template=${each.name}
        aria-current=${each.name === this.chosen ? 'page' : nothing}>
      <strong>${title(each.name)}</strong><span class="tag">${t('policies.version', {version: each.version})}</span>
      <span class="soft small">${who(each.publishedBy)}${Date.parse(each.publishedAt) ? ` · ${dateTime(each.publishedAt)}` : ''}</span></a></li>`;
  }

  render() {
    return html`<h1 class="sr-only">${t('admin.templates')}</h1>${adminTabs('templates', this.roles)}${super.render()}`;
  }

  figures() {
    return html`<div class="policies"><nav aria-label=${t('admin.templates')}>
      ${choice(t('admin.templates'), 'templates', this.items.map((each) => [each.name, title(each.name)]), this.chosen)}
      <ul data-testid="templates">${this.items.map((each) => this.#entry(each))}</ul></nav>
      ${this.chosen ? html`<amends-template class="versioned" .name=${this.chosen} .roles=${this.roles} @published=${() => this.load()}></amends-template>`
        : html`<p class="empty">${t('templates.choose')}</p>`}</div>`;
  }
}
customElements.define('amends-templates', Templates);
