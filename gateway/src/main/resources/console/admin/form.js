import {html, nothing} from 'lit';
import {t} from '../i18n/text.js';
import './limit.js';

const ROLES = ['AGENT', 'SUPERVISOR', 'OPERATIONS', 'ADMINISTRATOR', 'INTEGRATION'];
const LIMITS = {users: ['brands', 'queues'], keys: ['brands', 'channels']};

const words = (text) => text.split(',').map((word) => word.trim()).filter(Boolean);

/** What the form says, as the platform wants it. */
export function wanted(element, view) {
  const values = new FormData(element);
  const reach = {brands: [], queues: [], channels: []};
  LIMITS[view].forEach((kind) => {
    reach[kind] = words(values.get(kind));
  });
  const password = values.get('password');
  return {name: values.get('name').trim(), body: {roles: values.getAll('roles'), reach, ...(password ? {password} : {})}};
}

/** A new user or key, or another word about one that there is. */
export const form = (view, chosen, refused, save, cancel) => html`<section class="card">
  <header><h2>${chosen ? chosen.name : t(`admin.new.${view}`)}</h2></header>
  <form class="body" data-testid="access-form" @submit=${save}>
    <label><span>${t('admin.name')}</span><input name="name" required maxlength="64" autocomplete="off" data-testid="access-name"
      ?readonly=${Boolean(chosen)} .value=${chosen?.name ?? ''}></label>
    <fieldset><legend class="small soft">${t('admin.roles')}</legend>${ROLES.map((role) => html`<label>
      <input type="checkbox" name="roles" value=${role} .checked=${chosen ? chosen.roles.includes(role) : role === (view === 'users' ? 'AGENT' : 'INTEGRATION')}>
      ${t(`role.${role.toLowerCase()}`)}</label>`)}</fieldset>
    ${LIMITS[view].map((kind) => html`<amends-limit .kind=${kind} .chosen=${chosen?.reach[kind]}></amends-limit>`)}
    ${view === 'users' ? html`<label><span>${t(chosen ? 'admin.newPassword' : 'admin.password')}</span>
      <input name="password" type="password" minlength="12" autocomplete="new-password" data-testid="access-password" ?required=${!chosen}></label>` : nothing}
    ${refused ? html`<p class="error" role="alert" data-testid="access-refused">${refused.message}</p>` : nothing}
    <div class="row"><button class="primary" data-testid="access-save">${t('admin.save')}</button>
      ${chosen ? html`<button type="button" class="plain" @click=${cancel}>${t('admin.cancel')}</button>` : nothing}</div>
  </form></section>`;
