import {html, nothing} from 'lit';
import {name, number, span, t} from '../i18n/text.js';
import {View} from '../view.js';

const SIGNS = {UP: '✓', DOWN: '!', OUT_OF_SERVICE: '!', UNREACHABLE: '✕', UNKNOWN: '?'};
const HOUR = 3_600_000;
const seconds = (value) => t('services.seconds', {count: number(value, {maximumFractionDigits: 2})});

const chip = (status) => html`<span class="health ${status}" data-testid="health" data-status=${status}>
  <span aria-hidden="true">${SIGNS[status] ?? '?'}</span> ${name('health', status)}</span>`;

/** Parts that say something only when they are not well. */
const SILENT = new Set(['ping', 'ssl', 'livenessState', 'readinessState', 'refreshScope', 'discoveryComposite']);
const telling = (components) => Object.entries(components ?? {}).filter(([part, status]) => !SILENT.has(part) || status !== 'UP' && status !== 'UNKNOWN');

/** How each service feels, and how late timers fire. */
class Services extends View {
  question() {
    return {path: '/api/services', query: {}};
  }

  hint() {
    return t('services.hint');
  }

  #timers({fired, meanSeconds, worstSeconds}) {
    return html`<dt>${t('services.fired')}</dt><dd>${number(fired)}</dd>
      <dt>${t('services.mean')}</dt><dd>${seconds(meanSeconds)}</dd>
      <dt>${t('services.worst')}</dt><dd data-testid="worst">${seconds(worstSeconds)}</dd>`;
  }

  figures() {
    return html`<ul class="services" data-testid="services">${this.items.map((each) => html`
      <li class="card" data-testid="service" data-service=${each.service}>
        <header><h2>${name('service', each.service)}</h2>${chip(each.status)}</header>
        <div class="body"><dl>
          ${each.uptimeSeconds === undefined ? nothing
            : html`<dt>${t('services.uptime')}</dt><dd>${span(Math.min(each.uptimeSeconds * 1000, 9999 * HOUR))}</dd>`}
          ${telling(each.components).map(([part, status]) => html`<dt>${name('part', part)}</dt><dd>${chip(status)}</dd>`)}
          ${each.timers ? this.#timers(each.timers) : nothing}</dl></div></li>`)}</ul>`;
  }
}
customElements.define('amends-services', Services);
