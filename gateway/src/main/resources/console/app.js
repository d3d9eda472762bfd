import {LitElement, html} from 'lit';

class AmendsConsole extends LitElement {
  render() {
    return html`<h1 data-testid="console">Amends</h1>`;
  }
}
customElements.define('amends-console', AmendsConsole);
