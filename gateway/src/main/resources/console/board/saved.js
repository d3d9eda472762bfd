import {html, nothing} from 'lit';
import {ConsoleElement} from '../element.js';
import {t} from '../i18n/text.js';

/** Views of the board that a person has named, kept in his browser. */
class SavedViews extends ConsoleElement {
  static properties = {user: {}, address: {}, views: {state: true}};

  willUpdate(changed) {
    if (changed.has('user')) {
      this.views = this.user ? JSON.parse(localStorage.getItem(this.#key) ?? '[]') : [];
    }
  }

  get #key() {
    return `board.views.${this.user}`;
  }

  #keep(views) {
    this.views = views;
    localStorage.setItem(this.#key, JSON.stringify(views));
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
