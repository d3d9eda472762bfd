import {html} from 'lit';
import {t} from '../i18n/text.js';
import {View} from '../view.js';

/** A table of figures that can also be taken away. */
export class Figures extends View {
  controls() {
    const {path, query} = this.ask();
    const search = new URLSearchParams({...query, format: 'csv'});
    return html`${this.choosing?.()}<a class="button" data-testid="csv" href="${path}?${search}"
      download="amends-${path.split('/').at(-1)}.csv">${t('insight.csv')}</a>`;
  }
}
