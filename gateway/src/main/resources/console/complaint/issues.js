import {html, nothing} from 'lit';
import {get} from '../api.js';
import {ConsoleElement} from '../element.js';
import {t} from '../i18n/text.js';
import {issue} from '../insight/issue.js';

/** The known issues that a complaint is one of: what helps, before anybody looks for it anew. */
class Issues extends ConsoleElement {
  static properties = {complaintId: {}, items: {state: true}};

  constructor() {
    super();
    this.items = [];
  }

  willUpdate(changed) {
    if (changed.has('complaintId')) {
      this.items = [];
      this.#load();
    }
  }

  async #load() {
    const wanted = this.complaintId;
    const {items = []} = await get('/api/analytics/known-issues', {complaint: wanted}).catch(() => ({}));
    if (wanted === this.complaintId) {
      this.items = items;
    }
  }

  render() {
    return this.items.length === 0 ? nothing : html`<section class="card known-issues" data-testid="known-issues"><header><h2>${t('issue.known')}</h2></header>
      <div class="body">${this.items.map(issue)}</div></section>`;
  }
}
customElements.define('amends-issues', Issues);
