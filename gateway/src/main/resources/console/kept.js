// What somebody has begun outlives a reload and the end of his session, in this tab alone. Whoever logs out, or in as somebody else, finds nothing of it.

const MARK = 'kept.';
const WHOSE = 'whose';

export const forget = () => Object.keys(sessionStorage).filter((key) => key.startsWith(MARK))
  .forEach((key) => sessionStorage.removeItem(key));

/** Says who works here now. */
export function belongsTo(user) {
  if (sessionStorage.getItem(WHOSE) !== user) {
    forget();
    sessionStorage.setItem(WHOSE, user);
  }
}

/** Things by key, as many as are said, the latest ones. */
export class Kept {
  #name;
  #most;

  constructor(name, most) {
    this.#name = MARK + name;
    this.#most = most;
  }

  get #entries() {
    return JSON.parse(sessionStorage.getItem(this.#name) ?? '[]');
  }

  get(key) {
    return this.#entries.find(([each]) => each === key)?.[1];
  }

  set(key, value) {
    this.#write([...this.#entries.filter(([each]) => each !== key), [key, value]].slice(-this.#most));
  }

  delete(key) {
    this.#write(this.#entries.filter(([each]) => each !== key));
  }

  /** A browser that has no room left keeps what it had. */
  #write(entries) {
    try {
      sessionStorage.setItem(this.#name, JSON.stringify(entries));
    } catch (problem) {
      console.warn(problem);
    }
  }
}
