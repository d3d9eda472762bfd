import {html} from 'lit';
import {t} from '../i18n/text.js';

/** Where the complaints behind a figure are listed; `about` is a recurring concern's id or `complaints`. */
export const address = (view, about, query = {}) => {
  const search = new URLSearchParams(query);
  return `#/insight/${view}/${encodeURIComponent(about)}${search.size ? `?${search}` : ''}`;
};

/** A figure that opens the complaints behind it; one of nothing opens nothing. */
export const behind = (text, count, view, query, about = 'complaints', title = t('behind.open')) => count
  ? html`<a class="figure" data-testid="figure" href=${address(view, about, query)} title=${title}>${text}</a>`
  : text;
