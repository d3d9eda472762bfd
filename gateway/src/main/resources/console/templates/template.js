import {html, nothing} from 'lit';
import {t} from '../i18n/text.js';
import {Policy} from '../policies/policy.js';
import {form} from './form.js';
import {isFrame, title} from './names.js';
import './letters.js';

const LOOKING = ['SUPERVISOR', 'OPERATIONS', 'ADMINISTRATOR'];

/** One template: its words in every language, and the letters that they make. */
class Template extends Policy {
  get base() {
    return '/api/notification-templates';
  }

  get heading() {
    return title(this.name);
  }

  get clocks() {
    return false;
  }

  about() {
    return html`<p class="soft about">${t(isFrame(this.name) ? 'templates.frameHint' : 'templates.about')}</p>
      <ul class="placeholders" data-testid="placeholders" aria-label=${t('templates.placeholders')}>${this.policy.placeholders.map((each) =>
        html`<li><code>{{ ${each} }}</code> <span class="small soft">${t(`placeholder.${each}`)}</span></li>`)}</ul>`;
  }

  drawn(body, how) {
    return isFrame(this.name) ? super.drawn(body, how) : form(body, how);
  }

  shown() {
    return this.view !== 'versions' && this.roles?.some((role) => LOOKING.includes(role))
      ? html`<amends-letters .address=${this.address} .body=${this.candidate ?? this.policy.body}></amends-letters>` : nothing;
  }
}
customElements.define('amends-template', Template);
