import {html, nothing} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {ConsoleElement} from '../element.js';
import {t} from '../i18n/text.js';
import {noSuchTab} from '../parts.js';
import {style} from '../style.js';
import './agent.js';
import './appeals.js';
import './approvals.js';
import './escalations.js';
import './load.js';

style(import.meta.resolve('./supervisor.css'));

const VIEWS = {
  approvals: () => html`<amends-approvals></amends-approvals>`,
  escalations: () => html`<amends-escalations></amends-escalations>`,
  load: () => html`<amends-load></amends-load>`,
  appeals: () => html`<amends-appeals></amends-appeals>`,
};

/** What waits for somebody with authority, and how those are doing who work; `about` is an agent. */
class Supervisor extends ConsoleElement {
  static properties = {view: {}, about: {attribute: false}, user: {}, roles: {attribute: false}};

  render() {
    const supervises = this.roles?.some((role) => role === 'SUPERVISOR' || role === 'OPERATIONS');
    if (this.view === 'agent') {
      return html`<div class="agent-head"><h1>${this.about}</h1>${supervises ? html`<a href="#/supervisor/load">${t('supervisor.all')}</a>` : nothing}</div>
        ${keyed(this.about, html`<amends-agent .agent=${this.about} .user=${this.user} .roles=${this.roles}></amends-agent>`)}`;
    }
    return html`<h1 class="sr-only">${t(`supervisor.${this.view}`)}</h1>
      <nav class="tabs" aria-label=${t('nav.supervisor')}>${Object.keys(VIEWS).map((each) => html`
        <a href="#/supervisor/${each}" aria-current=${each === this.view ? 'page' : nothing}
          data-testid="supervisor-${each}">${t(`supervisor.${each}`)}</a>`)}</nav>
      ${VIEWS[this.view]?.() ?? noSuchTab('supervisor', 'approvals')}`;
  }
}
customElements.define('amends-supervisor', Supervisor);
