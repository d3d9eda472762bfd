import {html, nothing} from 'lit';
import {ConsoleElement} from '../element.js';
import {t} from '../i18n/text.js';
import {noSuchTab} from '../parts.js';
import {style} from '../style.js';
import './behind.js';
import './recurrence.js';
import './retention.js';
import './satisfaction.js';
import './sla.js';
import './turnaround.js';

style(import.meta.resolve('./insight.css'));

const VIEWS = {
  recurrence: ({user, roles}) => html`<amends-recurrence .user=${user} .roles=${roles}></amends-recurrence>`,
  satisfaction: ({reach}) => html`<amends-satisfaction .reach=${reach}></amends-satisfaction>`,
  sla: ({reach}) => html`<amends-sla .reach=${reach}></amends-sla>`,
  turnaround: ({reach}) => html`<amends-turnaround .reach=${reach}></amends-turnaround>`,
  retention: ({reach}) => html`<amends-retention .reach=${reach}></amends-retention>`,
};

/** What is learned from all complaints together. */
class Insight extends ConsoleElement {
  static properties = {view: {}, about: {attribute: false}, query: {}, user: {}, roles: {attribute: false}, reach: {attribute: false}};

  render() {
    return html`<nav class="tabs" aria-label=${t('nav.insight')}>${Object.keys(VIEWS).map((each) => html`
        <a href="#/insight/${each}" aria-current=${each === this.view ? 'page' : nothing} data-testid="insight-${each}">${t(`insight.${each}`)}</a>`)}</nav>
      <h1 class="sr-only">${t(`insight.${this.view}`)}</h1>
      ${this.about === undefined ? VIEWS[this.view]?.(this) ?? noSuchTab('insight', 'satisfaction')
        : html`<amends-behind .view=${this.view} .about=${this.about} .query=${this.query}></amends-behind>`}`;
  }
}
customElements.define('amends-insight', Insight);
