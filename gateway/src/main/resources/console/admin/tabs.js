import {html, nothing} from 'lit';
import {t} from '../i18n/text.js';

/** The parts of administration that somebody with these roles may open. */
export const adminTabs = (chosen, roles) => html`<nav class="admin-head" aria-label=${t('nav.admin')}>${
  [...roles?.includes('ADMINISTRATOR') ? ['users', 'keys'] : [], 'policies', 'templates'].map((view) => html`<a href="#/admin/${view}" data-testid="admin-${view}"
    aria-current=${view === chosen ? 'page' : nothing}>${t(`admin.${view}`)}</a>`)}</nav>`;
