import {LitElement} from 'lit';
import {onLanguage} from './i18n/text.js';

/** A part of the console: shares the theme's style sheet and is drawn again when the language changes. */
export class ConsoleElement extends LitElement {
  #stops = [];

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.whileShown(onLanguage(() => this.requestUpdate()));
  }

  disconnectedCallback() {
    this.#stops.splice(0).forEach((stop) => stop());
    super.disconnectedCallback();
  }

  /** Remembers how to stop something that runs while the element is on the page. */
  whileShown(stop) {
    this.#stops.push(stop);
  }

  listenTo(target, type, listener) {
    target.addEventListener(type, listener);
    this.whileShown(() => target.removeEventListener(type, listener));
  }
}

/** Shows a moment's success to everybody, screen readers included. */
export const announce = (text) => document.dispatchEvent(new CustomEvent('announce', {detail: text}));

/** Why it is closed to this person; what the platform says beyond that stays as it says it. */
function forbidden(detail, t) {
  if (detail.includes('not told apart')) {
    return t('problem.notApart');
  }
  return detail && !detail.includes('not among your rights') ? `${t('problem.forbidden')} ${detail}` : t('problem.forbidden');
}

/** Whether the same call may go better a moment later. */
export const mayPass = (problem) => ![400, 403, 404, 405, 410, 422].includes(problem.status);

/** What a person reads about a problem. */
export function explained(problem, t) {
  switch (problem.status) {
    case 0: return t('problem.offline');
    case 403: return forbidden(problem.body?.detail ?? '', t);
    case 404: return t('problem.notFound');
    case 502: case 503: case 504: return t('problem.unavailable');
    default: return t('problem.unexpected', {detail: problem.message});
  }
}
