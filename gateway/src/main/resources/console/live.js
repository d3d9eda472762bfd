import {get} from './api.js';

// One stream of board changes for the whole console. A browser that was cut off comes back by itself and is told what it missed.

const STREAM = '/api/board/stream';
const AGAIN = 3000;
const listeners = new Set();
let source = null;
let connected = false;
let begun = null; // everything after this position has been told
let wanted = null;
let reached = null;

function tell(kind, value) {
  listeners.forEach((listener) => listener[kind]?.(value));
}

function open(since) {
  source?.close();
  source = new EventSource(since ? `${STREAM}?since=${encodeURIComponent(since)}` : STREAM);
  source.addEventListener('open', () => {
    connected = true;
    tell('connection', true);
  });
  source.addEventListener('position', (event) => {
    const {position} = JSON.parse(event.data);
    reached = position;
    begun ??= position;
    if (wanted !== null) {
      watchFrom(wanted);
    }
  });
  source.addEventListener('change', (event) => {
    reached = event.lastEventId || reached;
    tell('change', JSON.parse(event.data));
  });
  source.addEventListener('hidden', (event) => tell('hidden', JSON.parse(event.data).id));
  source.addEventListener('reload', () => {
    begun = null;
    tell('reload');
  });
  source.addEventListener('error', () => {
    connected = false;
    tell('connection', false);
    if (source.readyState === EventSource.CLOSED) {
      // a session that has ended leads to the log-in page, anything else is tried again
      const again = () => open(reached);
      setTimeout(() => get('/api/session').then(again, again), AGAIN);
    }
  });
}

function isBefore(one, other) {
  const [life, number] = one.split('-');
  const [otherLife, otherNumber] = other.split('-');
  return life !== otherLife || Number(number) < Number(otherNumber);
}

/** What changed between a page that was read at a position and the beginning of the stream is told too. */
export function watchFrom(position) {
  wanted = null;
  if (begun === null) {
    wanted = position;
  } else if (isBefore(position, begun)) {
    begun = position;
    open(position);
  }
}

/** Listens to `change` (a row), `hidden` (the id of what may no longer be seen), `reload` (something was missed) and `connection` (a boolean). Returns how to stop. */
export function listen(listener) {
  listeners.add(listener);
  if (source === null) {
    open();
  } else {
    listener.connection?.(connected);
  }
  return () => listeners.delete(listener);
}
