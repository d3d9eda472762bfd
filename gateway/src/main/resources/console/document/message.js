import {html} from 'lit';
import {t} from '../i18n/text.js';
import {example, resolved, said, schema} from './schema.js';

/** A message's own headers first, then those that all records have. */
function headers(document, own) {
  const shared = resolved(document, own.allOf[0]);
  return {...shared, properties: {...own.properties, ...Object.fromEntries(
    Object.entries(shared.properties).filter(([name]) => !(name in own.properties)))}};
}

/** One kind of record. */
export const message = (document, each) => html`<details class="entry" data-testid="entry" data-entry=${each.title}>
  <summary><code>${each.title}</code><span class="soft">${said(each.summary)}</span></summary>
  <div class="inside">
    <h3>${t('document.payload')}</h3>${schema(document, each.payload)}
    <h3>${t('document.headers')}</h3>${schema(document, headers(document, each.headers))}
    ${example(t('document.example'), each.examples[0].payload)}
  </div></details>`;
