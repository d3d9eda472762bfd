import {html, nothing} from 'lit';
import {get} from '../api.js';
import {ConsoleElement} from '../element.js';
import {name, number, t, timeOfDay} from '../i18n/text.js';

const HOURS = 8;
const AGAIN = 30_000;
const HIGHEST = 26;

const due = (hour) => hour.queues.reduce((sum, each) => sum + each.clocks, 0);

/** How many clocks fall due in each of the next hours, as a strip of small columns. */
class BoardForecast extends ConsoleElement {
  static properties = {queue: {}, hours: {state: true}};

  connectedCallback() {
    super.connectedCallback();
    const again = setInterval(() => this.#load(), AGAIN);
    this.whileShown(() => clearInterval(again));
  }

  willUpdate(changed) {
    if (changed.has('queue')) {
      this.#load();
    }
  }

  async #load() {
    const {queue} = this;
    const forecast = await get('/api/board/forecast', {queue, hours: HOURS}).catch(() => null);
    if (queue === this.queue && forecast?.hours) {
      this.hours = forecast.hours;
    }
  }

  #hour(hour, most) {
    const clocks = due(hour);
    const time = t('forecast.until', {to: timeOfDay(hour.to)});
    const queues = hour.queues.map((each) => `${name('queue', each.queue)} ${number(each.clocks)}`).join(', ');
    return html`<li title=${queues || nothing} data-testid="forecast-hour">
      <span class="bar" aria-hidden="true" .style=${`height: ${most ? Math.round(clocks / most * HIGHEST) : 0}px`}></span>
      <span class="due">${number(clocks)}</span> <span class="soft time">${time}</span></li>`;
  }

  render() {
    if (!this.hours) {
      return nothing;
    }
    const most = Math.max(...this.hours.map(due));
    return html`<section class="forecast" aria-label=${t('forecast.title')} data-testid="forecast">
      <p><strong>${t('forecast.title')}</strong> <span class="soft">${t('forecast.hint')}</span></p>
      <ol>${this.hours.map((hour) => this.#hour(hour, most))}</ol>
    </section>`;
  }
}
customElements.define('board-forecast', BoardForecast);
