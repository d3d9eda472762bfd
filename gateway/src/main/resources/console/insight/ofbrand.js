import {html, nothing} from 'lit';
import {get} from '../api.js';
import {t} from '../i18n/text.js';
import {Figures} from './figures.js';

/** Figures of all brands together or of one. `reach` is what somebody is limited to. */
export class FiguresOfBrand extends Figures {
  static properties = {reach: {attribute: false}, brands: {state: true}};

  constructor() {
    super();
    this.brands = [];
  }

  connectedCallback() {
    super.connectedCallback();
    get('/api/analytics/brands').then(({items}) => {
      this.brands = items;
    }, () => {});
  }

  willUpdate(changed) {
    if ((changed.has('reach') || changed.has('brands')) && (this.limitedTo('brands') || this.limitedTo('queues'))) {
      this.load();
    }
  }

  limitedTo(kind) {
    return (this.reach?.[kind]?.length ?? 0) > 0;
  }

  /** Whoever is limited to brands looks at one of his. */
  get brand() {
    return this.choice.brand ?? (this.limitedTo('brands') ? this.brands[0] ?? this.reach.brands[0] : '');
  }

  get query() {
    return {...this.question().query, ...(this.brand ? {brand: this.brand} : {})};
  }

  ask() {
    return {path: this.question().path, query: this.query};
  }

  /** What leads to the complaints behind one of the figures. */
  of(each, more) {
    return {by: each.by ?? 'overall', value: each.value ?? 'all', ...(each.brand ? {brand: each.brand} : {}), ...more};
  }

  #choosingBrand() {
    const all = this.limitedTo('brands') ? [] : [['', t('insight.allBrands')]];
    return this.brands.length + all.length < 2 ? nothing
      : this.choices('brand', t('insight.brand'), [...all, ...this.brands.map((each) => [each, each])], this.brand);
  }

  controls() {
    return html`${this.#choosingBrand()}${super.controls()}`;
  }
}
