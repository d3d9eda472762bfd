// Words that somebody has begun to write, while the console is open: going elsewhere and coming back loses nothing.

const MOST = 50;
const drafts = new Map();
const key = (complaint, step) => `${complaint.id} ${step}`;

export const draft = (complaint, step) => drafts.get(key(complaint, step));

export function keepDraft(complaint, step, values) {
  drafts.delete(key(complaint, step));
  drafts.set(key(complaint, step), values);
  if (drafts.size > MOST) {
    drafts.delete(drafts.keys().next().value);
  }
}

export const dropDraft = (complaint, step) => drafts.delete(key(complaint, step));
