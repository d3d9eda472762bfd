import {post} from '../api.js';
import {announce} from '../element.js';
import {t} from '../i18n/text.js';

export const openAtWork = (reference) => {
  location.hash = `#/complaints/${reference}?from=work`;
};

/** Asks for the next complaint and opens it; returns why there is none. */
export async function takeNext(user) {
  const {reference, why} = await post(`/api/agents/${encodeURIComponent(user)}/next`);
  if (reference) {
    announce(t('work.given'));
    openAtWork(reference);
  }
  return why;
}
