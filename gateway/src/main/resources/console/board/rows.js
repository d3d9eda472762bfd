// The rows of the board in order, without anything on the page.

const OVER = new Set(['resolved', 'followed-up', 'closed']);
const LAST = '9999';
const HIGHEST = 1e6;

export const isOpen = (row) => !OVER.has(row.status);

function place(row) {
  const score = String(HIGHEST - (row.priority?.score ?? 0)).padStart(8, '0');
  return `${score} ${row.nextDue ?? LAST} ${row.receivedAt} ${row.id}`;
}

export const inOrder = (a, b) => {
  const [left, right] = [place(a), place(b)];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Does a row contain all the words? */
export function matches(row, text) {
  const haystack = [row.reference, row.title, row.product, row.customer?.name, row.owner, row.channel,
    ...(row.priority?.factors ?? []).flatMap((factor) => factor.evidence ?? [])].join(' ').normalize('NFKC').toLowerCase();
  return text.normalize('NFKC').toLowerCase().split(/\s+/).every((word) => haystack.includes(word));
}

/** Newer versions of rows replace older ones where they stand; what is older than what is shown is ignored. */
export function replaced(rows, row) {
  const at = rows.findIndex((each) => each.id === row.id);
  if (at < 0 || rows[at].version >= row.version) {
    return {rows, known: at >= 0};
  }
  const changed = rows.slice();
  changed[at] = row;
  return {rows: changed, known: true};
}
