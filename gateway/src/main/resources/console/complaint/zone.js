import {get} from '../api.js';

/** The clock that says where a complaint is at home; the others where it has none. */
const FIRST = ['resolution', 'first-human-reply'];
const zones = new Map();

/** The calendar that the complaint's clocks go by, without its version. */
function calendarOf({timeline = []}) {
  const started = timeline.filter(({type, event}) => type === 'ClockStarted' && event?.calendar).map(({event}) => event);
  const clock = FIRST.map((name) => started.findLast((each) => each.clock === name)).find(Boolean) ?? started.at(-1);
  return clock?.calendar.split('@')[0];
}

/** The zone of the complaint's calendar, asked for once; nothing where no clock ever ran or the calendar cannot be read. */
export function zoneOf(complaint) {
  const calendar = calendarOf(complaint);
  if (calendar && !zones.has(calendar)) {
    zones.set(calendar, get(`/api/policies/${encodeURIComponent(calendar)}`).then(({body}) => body?.zone, () => {
      zones.delete(calendar);
    }));
  }
  return zones.get(calendar) ?? Promise.resolve(undefined);
}
