import {html, nothing} from 'lit';
import {get, put} from '../api.js';
import {announce, ConsoleElement, explained} from '../element.js';
import {t} from '../i18n/text.js';

const PATH = '/api/session/views';

/** Views of the board that a person has named; the same wherever he signs in. */
class SavedViews extends ConsoleElement {
  static properties = {user: {}, address: {}, views: {state: true}};

  willUpdate(changed) {
    if (changed.has('user')) {
      this.views = [];
      this.#load();
    }
  }

  async #load() {
    const {user} = this;
    if (!user) {
      return;
    }
    try {
      const {items} = await get(PATH);
      if (user === this.user) {
        this.views = items;
        this.#bringAlong();
      }
    } catch (problem) {
      console.warn(problem);
    }
  }

  /** Those that this browser alone knew until now. */
  async #bringAlong() {
    const key = `board.views.${this.user}`;
    const here = JSON.parse(localStorage.getItem(key) ?? '[]').filter(({name}) => !this.views.some((each) => each.name === name));
    if (here.length === 0 || await this.#keep([...this.views, ...here])) {
      localStorage.removeItem(key);
    }
  }

  /** What could not be kept is not shown as if it were. */
  async #keep(views) {
    const before = this.views;
    this.views = views;
    try {
      await put(PATH, {items: views});
      return true;
    } catch (problem) {
      this.views = before;
      announce(explained(problem, t));
      return false;
    }
  }

  #save(event) {
    event.preventDefault();
    const name = event.target.elements.name.value.trim();
    if (name) {
      this.#keep([...this.views.filter((view) => view.name !== name), {name, address: this.address}]);
      event.target.reset();
    }
  }

  #view(view) {
    const current = view.address === this.address;
    return html`<li>
      <a href=${view.address} aria-current=${current ? 'true' : nothing} data-testid="saved-view">${view.name}</a>
      <button class="plain" aria-label=${t('views.delete', {name: view.name})} title=${t('views.delete', {name: view.name})}
        @click=${() => this.#keep(this.views.filter((each) => each !== view))}>×</button>
    </li>`;
  }

  render() {
    return html`<details class="menu" data-testid="views"
        @keydown=${(event) => {
          if (event.key === 'Escape') {
            event.currentTarget.open = false;
          }
        }}>
      <summary>${t('views.title')}</summary>
      <div class="menu-body">
        ${this.views?.length ? html`<ul>${this.views.map((view) => this.#view(view))}</ul>` : html`<p class="soft small">${t('views.none')}</p>`}
        <form @submit=${this.#save}>
          <input name="name" required maxlength="60" aria-label=${t('views.name')} placeholder=${t('views.name')} data-testid="view-name">
          <button data-testid="view-save">${t('views.save')}</button>
        </form>
      </div>
    </details>`;
  }
}
customElements.define('saved-views', SavedViews);
