import {html, nothing} from 'lit';
import {get, put} from '../api.js';
import {announce, ConsoleElement, explained} from '../element.js';
import {t} from '../i18n/text.js';

const PATH = '/api/session/views';

/** Views of the board that a person has named; the same wherever he signs in. */
class SavedViews extends ConsoleElement {
  static properties = {user: {}, address: {}, views: {state: true}, problem: {state: true}, busy: {state: true}};

  willUpdate(changed) {
    if (changed.has('user')) {
      this.views = undefined;
      this.#load();
    }
  }

  async #load() {
    const {user} = this;
    if (!user) {
      return;
    }
    this.problem = undefined;
    try {
      const {items} = await get(PATH);
      if (user === this.user) {
        this.views = items;
        this.#bringAlong();
      }
    } catch (problem) {
      if (user === this.user) {
        this.problem = problem;
      }
    }
  }

  /** Those that this browser alone knew until now. */
  async #bringAlong() {
    const key = `board.views.${this.user}`;
    const here = JSON.parse(localStorage.getItem(key) ?? '[]');
    if (here.length === 0 || await this.#change((views) => [...views, ...here.filter(({name}) => !views.some((each) => each.name === name))])) {
      localStorage.removeItem(key);
    }
  }

  /** Changes what is kept now, which may be more than is shown; what could not be kept is not shown as if it were. */
  async #change(edit) {
    this.busy = true;
    try {
      const {items} = await get(PATH);
      const views = edit(items);
      await put(PATH, {items: views});
      this.views = views;
      return true;
    } catch (problem) {
      announce(explained(problem, t));
      return false;
    } finally {
      this.busy = false;
    }
  }

  async #save(event) {
    event.preventDefault();
    const form = event.target;
    const name = form.elements.name.value.trim();
    const {address} = this;
    if (name && await this.#change((views) => [...views.filter((view) => view.name !== name), {name, address}])) {
      form.reset();
    }
  }

  #view(view) {
    const current = view.address === this.address;
    return html`<li>
      <a href=${view.address} aria-current=${current ? 'true' : nothing} data-testid="saved-view">${view.name}</a>
      <button class="plain" aria-label=${t('views.delete', {name: view.name})} title=${t('views.delete', {name: view.name})}
        ?disabled=${this.busy} @click=${() => this.#change((views) => views.filter(({name}) => name !== view.name))}>×</button>
    </li>`;
  }

  #list() {
    if (this.problem) {
      return html`<p class="error small" role="alert">${explained(this.problem, t)}</p>`;
    }
    return this.views?.length ? html`<ul>${this.views.map((view) => this.#view(view))}</ul>`
      : this.views ? html`<p class="soft small">${t('views.none')}</p>` : nothing;
  }

  render() {
    const closed = !this.views || this.busy;
    return html`<details class="menu" data-testid="views"
        @toggle=${(event) => {
          if (event.currentTarget.open && this.problem) {
            this.#load();
          }
        }}
        @keydown=${(event) => {
          if (event.key === 'Escape') {
            event.currentTarget.open = false;
          }
        }}>
      <summary>${t('views.title')}</summary>
      <div class="menu-body">
        ${this.#list()}
        <form @submit=${this.#save}>
          <input name="name" ?disabled=${closed} required maxlength="60" aria-label=${t('views.name')} placeholder=${t('views.name')} data-testid="view-name">
          <button ?disabled=${closed} data-testid="view-save">${t('views.save')}</button>
        </form>
      </div>
    </details>`;
  }
}
customElements.define('saved-views', SavedViews);
