import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {get} from '../api.js';
import {ConsoleElement} from '../element.js';
import {dateTime, name, number, t} from '../i18n/text.js';
import {listen} from '../live.js';
import {style} from '../style.js';

style(import.meta.resolve('./wall.css'));

const COUNTED_WITHIN = 1000;
const FORECAST_WITHIN = 30_000;
const MINUTE = 60_000;
const FIGURES = ['open', 'urgent', 'breached', 'warned', 'unassigned'];
/** What makes one queue press more than another, in this order. */
const PRESSING = ['breached', 'warned', 'urgent', 'soon', 'open'];
const MANY = 6;

/** The queues in big figures, for a screen on the wall: dark, all at once, what presses most first. */
class Wall extends ConsoleElement {
  static properties = {counts: {state: true}, soon: {state: true}, connected: {state: true}, asOf: {state: true}};

  constructor() {
    super();
    this.counts = null;
    this.soon = new Map();
    this.connected = true;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.whileShown(listen({change: () => {
      this.stale = true;
    }, reload: () => this.#load(), connection: (connected) => {
      this.connected = connected;
    }}));
    this.#every(COUNTED_WITHIN, () => this.stale && this.#count());
    this.#every(FORECAST_WITHIN, () => this.#load());
    this.listenTo(document, 'keydown', (event) => {
      if (event.key === 'Escape') {
        location.hash = '#/board';
      }
    });
  }

  #every(time, work) {
    const again = setInterval(work, time);
    this.whileShown(() => clearInterval(again));
  }

  #load() {
    this.#count();
    get('/api/board/forecast', {hours: 2}).then(({asOf, hours}) => {
      const end = Date.parse(asOf) + 60 * MINUTE;
      const soon = new Map();
      hours.filter((hour) => Date.parse(hour.from) < end).flatMap((hour) => hour.queues)
        .forEach(({queue, clocks}) => soon.set(queue, (soon.get(queue) ?? 0) + clocks));
      this.soon = soon;
    }, () => {});
  }

  async #count() {
    this.stale = false;
    const answer = await get('/api/queues').catch(() => null);
    if (answer?.items) {
      this.counts = answer.items;
      this.asOf = new Date();
    }
  }

  get #queues() {
    return (this.counts ?? []).map((counts) => ({...counts, soon: this.soon.get(counts.queue) ?? 0})).sort((a, b) => {
      const which = PRESSING.find((figure) => a[figure] !== b[figure]);
      return which ? b[which] - a[which] : 0;
    });
  }

  #queue(counts) {
    const state = counts.breached ? 'breached' : counts.warned ? 'warned' : 'calm';
    return html`<li class="wall-queue ${state}" data-testid="wall-queue" data-queue=${counts.queue}>
      <h2>${name('queue', counts.queue)}</h2>
      <dl>${[...FIGURES, 'soon'].map((figure) => html`<div class="${figure} ${counts[figure] ? '' : 'none'}">
          <dt>${t(`wall.${figure}`)}</dt><dd>${number(counts[figure])}</dd></div>`)}
      </dl></li>`;
  }

  render() {
    return html`<div class="wall" data-testid="wall">
      <header><h1>${t('wall.heading')}</h1>
        <p role="status">${this.connected ? t('live.on') : t('live.off')} · ${dateTime(this.asOf)}</p>
        <a href="#/board" data-testid="wall-leave">← ${t('wall.leave')} <kbd aria-hidden="true">Esc</kbd></a></header>
      ${this.counts?.length === 0 ? html`<p class="wall-empty">${t('board.empty')}</p>` : nothing}
      <ul class=${this.counts?.length > MANY ? 'many' : ''}>${repeat(this.#queues, ({queue}) => queue, (counts) => this.#queue(counts))}</ul>
      <footer>${t('wall.hint')}</footer>
    </div>`;
  }
}
customElements.define('amends-wall', Wall);
