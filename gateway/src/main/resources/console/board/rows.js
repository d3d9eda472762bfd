// The rows of the board in order, without anything on the page.

const OVER = new Set(['resolved', 'followed-up', 'closed', 'merged']);
const TICKING = new Set(['running', 'warned', 'breached']);

export const isOpen = (row) => !OVER.has(row.status);

/** A row with what decides its place. */
export const placed = (row) => ({
  row,
  score: row.priority?.score ?? 0,
  due: row.nextDue ? Date.parse(row.nextDue) : Infinity,
  received: Date.parse(row.receivedAt),
});

const byId = (a, b) => (a.row.id < b.row.id ? -1 : a.row.id > b.row.id ? 1 : 0);
const difference = (a, b) => (a === b ? 0 : a - b);

/** The orders that the service knows, in the same way. */
export const ORDERS = {
  priority: (a, b) => b.score - a.score || difference(a.due, b.due) || a.received - b.received || byId(a, b),
  due: (a, b) => difference(a.due, b.due) || b.score - a.score || a.received - b.received || byId(a, b),
  newest: (a, b) => b.received - a.received || byId(a, b),
};

/** The state of the clock that presses most. */
export function pressing(row, now = Date.now()) {
  const clocks = row.clocks ?? [];
  const ticking = clocks.filter((clock) => TICKING.has(clock.state));
  if (ticking.some((clock) => Date.parse(clock.dueAt) < now)) {
    return 'breached';
  }
  if (ticking.length > 0) {
    return ticking.some((clock) => Date.parse(clock.warnAt) <= now) ? 'warned' : 'running';
  }
  return clocks.some((clock) => clock.state === 'paused') ? 'paused' : 'met';
}

const normal = (text) => text.normalize('NFKC').toLowerCase();

function contains(row, text) {
  const there = normal([row.reference, row.reference.replaceAll('-', ''), row.title, row.product, row.customer?.name, row.owner].join(' '));
  return normal(text).split(/\s+/).every((word) => there.includes(word));
}

const speaks = (tag, language) => tag === language || tag?.startsWith(`${language}-`);

/** Does a row belong to what is looked at? As the service decides it. */
export function fits(row, filter) {
  return isOpen(row)
    && (!filter.queue || row.queue === filter.queue)
    && (!filter.owner || row.owner === filter.owner)
    && (!filter.unassigned || !row.owner)
    && (!filter.priority || row.priority?.level === filter.priority)
    && (!filter.channel || row.channel === filter.channel)
    && (!filter.language || speaks(row.language, filter.language))
    && (!filter.product || row.product === filter.product)
    && (!filter.tier || row.customer?.tier === filter.tier)
    && (!filter.customer || row.customer?.id === filter.customer)
    && (!filter.state || pressing(row) === filter.state)
    && (!filter.text || contains(row, filter.text));
}
