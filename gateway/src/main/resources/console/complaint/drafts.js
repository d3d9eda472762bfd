// Words that somebody has begun to write: going elsewhere and coming back loses nothing.
import {Kept} from '../kept.js';

const MOST = 50;
const drafts = new Kept('drafts', MOST);
const key = (complaint, step) => `${complaint.id} ${step}`;

export const draft = (complaint, step) => drafts.get(key(complaint, step));
export const keepDraft = (complaint, step, values) => drafts.set(key(complaint, step), values);
export const dropDraft = (complaint, step) => drafts.delete(key(complaint, step));
