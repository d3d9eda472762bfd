import {html} from 'lit';
import {ConsoleElement} from '../element.js';
import {dateTime, exactTime, t} from '../i18n/text.js';
import {isMachinery, sentence, who} from './sentences.js';

const TONES = {ClockBreached: 'breach', PromiseBroken: 'breach', PromiseMade: 'promise'};

/** What happened, the last first. */
class Timeline extends ConsoleElement {
  static properties = {entries: {attribute: false}, zone: {}, withMachinery: {state: true}};

  render() {
    const entries = [...this.entries ?? []].reverse().filter((entry) => this.withMachinery || !isMachinery(entry));
    return html`<section class="card"><header><h2>${t('complaint.timeline')}</h2>
      <label class="timeline-switch"><input type="checkbox" data-testid="timeline-all" .checked=${this.withMachinery === true}
        @change=${(event) => {
          this.withMachinery = event.target.checked;
        }}><span>${t('timeline.withClocks')}</span></label></header>
      <div class="body"><ol class="timeline" data-testid="timeline">${entries.map((entry) => html`
        <li class=${TONES[entry.type] ?? ''} data-testid="event" data-type=${entry.type}>
          <div><time title=${exactTime(entry.at, this.zone)}>${dateTime(entry.at)}</time><span class="who">${who(entry.actor)}</span></div>
          <p class="says">${sentence(entry)}</p>
        </li>`)}</ol></div></section>`;
  }
}
customElements.define('amends-timeline', Timeline);
