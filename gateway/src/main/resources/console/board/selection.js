// The complaints that one command shall be given to.
import {html, nothing} from 'lit';
import {number, t} from '../i18n/text.js';

const GIVING = ['SUPERVISOR', 'OPERATIONS'];

/** Whoever sees some brands or queues only gives commands one by one. */
export const mayGiveToMany = ({roles, limited}) => !limited && (roles?.some((role) => GIVING.includes(role)) ?? false);

/** As many as the service takes at once. */
export const MOST = 200;

export class Selection {
  #rows = new Map();

  get size() {
    return this.#rows.size;
  }

  get rows() {
    return [...this.#rows.values()];
  }

  /** Those of them whose ids are given. */
  only(ids) {
    const left = new Selection();
    this.rows.filter((row) => ids.includes(row.id)).forEach((row) => left.toggle(row));
    return left;
  }

  has(id) {
    return this.#rows.has(id);
  }

  toggle(row) {
    if (!this.#rows.delete(row.id) && this.size < MOST) {
      this.#rows.set(row.id, row);
    }
  }

  /** All of them, or none when all are chosen already. */
  toggleAll(rows) {
    const first = rows.slice(0, MOST);
    if (first.every((row) => this.has(row.id))) {
      this.#rows.clear();
    } else {
      first.filter((row) => !this.has(row.id)).forEach((row) => this.toggle(row));
    }
  }

  /** What changed is given the command as it is seen now. */
  follow(row) {
    if (this.has(row.id)) {
      this.#rows.set(row.id, row);
    }
  }
}

/** Begins and ends selecting, and leads on to the command. */
export function selecting(selection, select, give) {
  const count = selection?.size ?? 0;
  return html`<button aria-pressed=${Boolean(selection)} data-testid="select" @click=${select}>${t('bulk.select')}</button>
    ${selection ? html`<span role="status" data-testid="selected">${t(count < MOST ? 'bulk.selected' : 'bulk.most', {n: number(count)})}</span>
      <button class="primary" data-testid="bulk-open" ?disabled=${count === 0} @click=${give}>${t('bulk.give')}</button>` : nothing}`;
}
