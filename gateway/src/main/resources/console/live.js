import {get} from './api.js';

// One stream of board changes for the whole console.

const listeners = new Set();
let source = null;
let connected = false;

function tell(kind, value) {
  listeners.forEach((listener) => listener[kind]?.(value));
}

function open() {
  source = new EventSource('/api/board/stream');
  source.addEventListener('open', () => {
    connected = true;
    tell('connection', true);
  });
  source.addEventListener('change', (event) => tell('change', JSON.parse(event.data)));
  source.addEventListener('reload', () => tell('reload'));
  source.addEventListener('error', () => {
    connected = false;
    tell('connection', false);
    if (source.readyState === EventSource.CLOSED) {
      // a session that has ended leads to the log-in page, anything else is tried again
      setTimeout(() => get('/api/session').then(open, open), 3000);
    }
  });
}

/** Listens to `change` (a row), `reload` (something was missed) and `connection` (a boolean). Returns how to stop. */
export function listen(listener) {
  listeners.add(listener);
  if (source === null) {
    open();
  } else {
    listener.connection?.(connected);
  }
  return () => listeners.delete(listener);
}
