import {html, nothing} from 'lit';
import {ConsoleElement} from './element.js';
import {t} from './i18n/text.js';

/** The mail's looks stand in attributes that no page of the console takes from a text: they wait until the frame is there. */
const page = (mail) => mail.replaceAll(/ style="/g, ' data-look="').replaceAll(/ href="/g, ' data-link="');

/** One of our own letters as its customer gets it: its words, and the mail as it looks, in a frame in which nothing runs or leads away. */
class Letter extends ConsoleElement {
  static properties = {message: {attribute: false}};

  #drawn({target}) {
    const {contentDocument: inside} = target;
    inside.querySelectorAll('[data-look]').forEach((each) => {
      each.style.cssText = each.dataset.look;
    });
    target.style.height = `${inside.documentElement.scrollHeight + 2}px`;
  }

  render() {
    const {subject, text, html: mail} = this.message;
    return html`<p><strong>${subject}</strong></p><pre>${text}</pre>
      ${mail ? html`<p class="small soft">${t('letter.looks')}</p><iframe class="mail" sandbox="allow-same-origin" title=${t('letter.looks')} data-testid="letter-looks"
        .srcdoc=${page(mail)} @load=${this.#drawn}></iframe>` : nothing}`;
  }
}
customElements.define('amends-letter', Letter);
