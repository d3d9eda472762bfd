import {html, nothing} from 'lit';
import {ConsoleElement} from '../element.js';
import {t} from '../i18n/text.js';
import {noSuchTab} from '../parts.js';
import {style} from '../style.js';
import './deliveries.js';
import './intake.js';
import './lag.js';
import './letters.js';
import './quarantine.js';
import './services.js';

style(import.meta.resolve('./operations.css'));

const VIEWS = {
  services: () => html`<amends-services></amends-services>`,
  intake: () => html`<amends-intake></amends-intake>`,
  lag: () => html`<amends-lag></amends-lag>`,
  quarantine: () => html`<amends-quarantine></amends-quarantine>`,
  letters: () => html`<amends-dead-letters></amends-dead-letters>`,
  deliveries: () => html`<amends-deliveries></amends-deliveries>`,
};

/** How the platform runs, and what waits for somebody to mend it. */
class Operations extends ConsoleElement {
  static properties = {view: {}};

  render() {
    return html`<h1 class="sr-only">${t(`operations.${this.view}`)}</h1>
      <nav class="tabs" aria-label=${t('nav.operations')}>${Object.keys(VIEWS).map((each) => html`
        <a href="#/operations/${each}" aria-current=${each === this.view ? 'page' : nothing}
          data-testid="operations-${each}">${t(`operations.${each}`)}</a>`)}</nav>
      ${VIEWS[this.view]?.() ?? noSuchTab('operations', 'services')}`;
  }
}
customElements.define('amends-operations', Operations);
