import {html, nothing} from 'lit';
import {t} from '../i18n/text.js';
import {example, resolved, said, schema, typeOf} from './schema.js';

const SUCCESS = /^2/;

/** “agent”, “supervisor”: who may call it, whatever the way in. */
function who(security = []) {
  const roles = new Set(security.flatMap((way) => Object.values(way).flat()));
  return roles.size ? [...roles].map((role) => t(`role.${role}`)) : [t('document.anybody')];
}

const parameters = (document, list) => html`<h3>${t('document.parameters')}</h3>
  <table><tbody>${list.map((each) => resolved(document, each)).map((each) => html`<tr>
    <td><code>${each.name}</code>${each.required ? html`<span class="needed" title=${t('document.needed')}>*</span>` : nothing}
      <span class="below soft">${t(`document.in.${each.in}`)}</span></td>
    <td class="mono">${typeOf(each.schema)}${each.schema?.default === undefined ? nothing : html` = ${String(each.schema.default)}`}</td>
    <td>${said(each.description)} ${each.schema?.enum ? html`<span class="values">${each.schema.enum.map((value) => html`<code>${value}</code> `)}</span>` : nothing}</td>
  </tr>`)}</tbody></table>`;

/** A body in each of its forms; the forms that no schema describes share a line. */
function content(document, forms = {}) {
  const described = Object.entries(forms).filter(([, form]) => form.schema && Object.keys(form.schema).length);
  const bare = Object.keys(forms).filter((type) => !described.some(([each]) => each === type));
  return html`${bare.length ? html`<p class="mono small">${bare.join(' · ')}</p>` : nothing}
    ${described.map(([type, form]) => html`<p class="mono small">${type}</p>${schema(document, form.schema)}
      ${Object.entries(form.examples ?? {}).map(([name, each]) => example(`${t('document.example')}: ${name}`, each.value))}`)}`;
}

const answers = (document, all) => html`<h3>${t('document.answers')}</h3>
  <ul class="answers">${Object.entries(all).map(([status, each]) => [status, resolved(document, each)]).map(([status, each]) => html`
    <li><span class="answer ${SUCCESS.test(status) ? 'good' : ''}">${status}</span><div>${said(each.description)}
      ${SUCCESS.test(status) || !each.content?.['application/problem+json']?.schema?.$ref?.endsWith('/Problem')
        ? content(document, each.content) : nothing}</div></li>`)}</ul>`;

/** One call. */
export const operation = (document, call) => html`<details class="entry" data-testid="entry" data-entry="${call.method} ${call.path}">
  <summary><span class="method ${call.method}">${call.method.toUpperCase()}</span><code>${call.path}</code><span class="soft">${call.summary}</span></summary>
  <div class="inside">
    ${call.description ? html`<p>${said(call.description)}</p>` : nothing}
    <p class="who">${t('document.who')} ${who(call.security).map((each) => html`<span class="tag">${each}</span> `)}</p>
    ${call.parameters ? parameters(document, call.parameters) : nothing}
    ${call.requestBody ? html`<h3>${t('document.body')}</h3>${content(document, call.requestBody.content)}` : nothing}
    ${answers(document, call.responses)}
  </div></details>`;
