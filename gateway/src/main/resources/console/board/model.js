import {get} from '../api.js';
import {watchFrom} from '../live.js';
import {fits, isOpen, ORDERS, placed} from './rows.js';

const FIRST = 100;
const FURTHER = 500;
const PAUSE = 3000;

/** The complaints that fit one filter, page by page and kept up to date; without anything on the page. */
export class BoardModel {
  /** `entries` is null until the first page is there. */
  entries = null;
  waiting = [];
  problem = null;
  fresh = new Set();
  #byId = new Map();
  #early = [];
  #loading = false;
  #notBefore = 0;

  constructor(filter, onChange) {
    this.filter = filter;
    this.order = ORDERS[filter.sort] ?? ORDERS.priority;
    this.onChange = onChange;
  }

  get isComplete() {
    return this.entries !== null && !this.next;
  }

  async load() {
    if (this.#loading || this.isComplete || Date.now() < this.#notBefore) {
      return;
    }
    this.#loading = true;
    this.problem = null;
    const first = this.entries === null;
    try {
      const page = await get('/api/board', {...this.filter, cursor: this.next, limit: first ? FIRST : FURTHER});
      this.#take(page, first);
    } catch (problem) {
      this.problem = problem;
      this.#notBefore = Date.now() + PAUSE;
    } finally {
      this.#loading = false;
    }
    this.onChange();
  }

  #take(page, first) {
    const added = page.items.filter((row) => !this.#byId.has(row.id)).map(placed);
    added.forEach((entry) => this.#byId.set(entry.row.id, entry));
    this.entries = [...this.entries ?? [], ...added];
    this.next = page.next;
    if (first) {
      if (page.position) {
        watchFrom(page.position);
      }
      this.#early.splice(0).forEach((row) => this.change(row));
    }
  }

  /** What is shown changes where it stands; what is new waits to be shown. */
  change(row) {
    if (this.entries === null) {
      this.#early.push(row);
      return;
    }
    const entry = this.#byId.get(row.id);
    if (entry === undefined) {
      this.#arrive(row);
    } else if (entry.row.version < row.version) {
      Object.assign(entry, placed(row));
      this.fresh.add(row.id);
    }
  }

  /** What may no longer be seen. */
  hide(id) {
    const other = (entry) => entry.row.id !== id;
    if (this.#byId.delete(id)) {
      this.entries = this.entries.filter(other);
    }
    this.waiting = this.waiting.filter(other);
  }

  #arrive(row) {
    const entry = placed(row);
    const beyond = this.next && this.entries.length > 0 && this.order(entry, this.entries.at(-1)) > 0;
    const others = this.waiting.filter((each) => each.row.id !== row.id);
    this.waiting = !beyond && fits(row, this.filter) ? [...others, entry] : others;
  }

  /** Puts what is new where it belongs, and what has changed meanwhile too. */
  showWaiting() {
    this.fresh = new Set(this.waiting.map((entry) => entry.row.id));
    this.waiting.forEach((entry) => this.#byId.set(entry.row.id, entry));
    this.entries = [...this.entries, ...this.waiting].filter((entry) => isOpen(entry.row)).sort(this.order);
    this.#byId = new Map(this.entries.map((entry) => [entry.row.id, entry]));
    this.waiting = [];
  }
}
