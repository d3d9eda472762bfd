import {html, nothing} from 'lit';
import {ConsoleElement} from '../element.js';
import {t} from '../i18n/text.js';
import {schema} from './schema.js';

/** The inside of a member, drawn when it is opened: schemas may contain themselves. */
class DocumentPart extends ConsoleElement {
  static properties = {document: {attribute: false}, part: {attribute: false}, open: {state: true}};

  render() {
    return html`<details @toggle=${(event) => {
      this.open = event.target.open;
    }}><summary>${t(this.part.enum ? 'document.values' : 'document.members')}</summary>
      ${this.open ? schema(this.document, this.part) : nothing}</details>`;
  }
}
customElements.define('document-part', DocumentPart);
