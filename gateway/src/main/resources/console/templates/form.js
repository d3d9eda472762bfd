// The words of a letter in each language, to be read and changed.
import {html, nothing} from 'lit';
import {languageName, t} from '../i18n/text.js';
import {LANGUAGES} from './names.js';

const KINDS = ['paragraph', 'words', 'link'];
const kindOf = (block) => typeof block === 'string' ? 'paragraph' : 'link' in block ? 'link' : 'words';
const textOf = (block) => typeof block === 'string' ? block : block.words ?? block.link;
const TURNED = {
  paragraph: (text) => text,
  words: (text) => ({words: text}),
  link: (text) => ({link: text, label: ''}),
};

const moved = (list, from, to) => {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
};

/** Goes along with a part that was moved, or to the one that stands where it was taken away. */
const follow = (button, path, mark) => button.closest('amends-template')?.updateComplete.then(() => {
  const part = document.querySelector(`[data-kind="/${path.join('/')}"]`)?.closest('li');
  (part?.querySelector(`[data-move="${mark}"]:enabled`) ?? part?.querySelector('select'))?.focus();
});

class Words {
  constructor({edit, errors = [], touched = () => false}) {
    Object.assign(this, {edit, errors, touched});
  }

  faults(pointer) {
    return this.#of(pointer).map(({detail}, i) => html`<p class="error small" role="alert" id=${`fault-${i}-${pointer}`}
      data-testid="field-error" data-pointer=${pointer}>${detail}</p>`);
  }

  #of(pointer) {
    return this.errors.filter((each) => each.pointer === pointer);
  }

  input(path, value, label, lang, rows) {
    const pointer = `/${path.join('/')}`;
    const told = (event) => this.edit(path, event.target.value);
    const faults = this.#of(pointer).map((_, i) => `fault-${i}-${pointer}`).join(' ');
    return html`<label class=${this.touched(pointer) ? 'other' : ''}><span>${label}${this.#where(path)}</span>${rows
      ? html`<textarea lang=${lang} rows=${rows} data-pointer=${pointer} aria-invalid=${faults ? 'true' : nothing} aria-describedby=${faults || nothing}
          .value=${value} @input=${told}></textarea>`
      : html`<input lang=${lang} autocomplete="off" data-pointer=${pointer} aria-invalid=${faults ? 'true' : nothing} aria-describedby=${faults || nothing}
          .value=${value} @input=${told}>`}</label>${this.faults(pointer)}`;
  }

  /** In which language and which part of it, for whoever does not see what stands around. */
  #where([lang, , place]) {
    return html`<span class="sr-only"> · ${languageName(lang)}${place === undefined ? nothing : ` · ${place + 1}`}</span>`;
  }

  block(path, block, lang, list) {
    const place = path.at(-1);
    const kind = kindOf(block);
    const text = [...path, ...kind === 'paragraph' ? [] : [kind]];
    const button = (label, mark, to, disabled, then) => html`<button type="button" class="plain small" data-move=${mark} ?disabled=${disabled}
      aria-label=${`${t(label, {place: place + 1})} · ${languageName(lang)}`} @click=${({currentTarget}) => {
        this.edit(path.slice(0, -1), to);
        follow(currentTarget, [...path.slice(0, -1), then], mark);
      }}>${mark}</button>`;
    return html`<li><div class="row"><label><span class="sr-only">${t('templates.kind')}${this.#where(path)}</span><select data-kind=${`/${path.join('/')}`}
        @change=${(event) => this.edit(path, TURNED[event.target.value](textOf(block)))}>${KINDS.map((each) =>
          html`<option value=${each} .selected=${each === kind}>${t(`templates.${each}`)}</option>`)}</select></label>
        <span class="moves">${button('templates.up', '↑', moved(list, place, place - 1), place === 0, place - 1)}
        ${button('templates.down', '↓', moved(list, place, place + 1), place === list.length - 1, place + 1)}
        ${button('templates.remove', '✕', list.filter((_, i) => i !== place), list.length === 1, Math.min(place, list.length - 2))}</span></div>
      ${this.input(text, textOf(block), t(`templates.${kind}`), lang, kind === 'link' ? 0 : 3)}
      ${kind === 'link' ? this.input([...path, 'label'], block.label, t('templates.label'), lang, 0) : nothing}</li>`;
  }

  read(block) {
    return kindOf(block) === 'link' ? html`<p><strong>${block.label}</strong> <code>${block.link}</code></p>`
      : kindOf(block) === 'words' ? html`<blockquote>${block.words}</blockquote>` : html`<p class="said">${block}</p>`;
  }

  language(lang, {subject, body}) {
    return html`<section class="words" data-language=${lang}><h3>${languageName(lang)}</h3>${this.edit
      ? html`${this.input([lang, 'subject'], subject, t('templates.subject'), lang, 0)}
        <ol>${body.map((block, i) => this.block([lang, 'body', i], block, lang, body))}</ol>${this.faults(`/${lang}/body`)}${this.faults(`/${lang}`)}
        <button type="button" class="small" data-add=${lang} @click=${() => this.edit([lang, 'body', body.length], '')}>${t('templates.add')}</button>`
      : html`<div lang=${lang}><p><strong>${subject}</strong></p>${body.map((block) => this.read(block))}</div>`}</section>`;
  }
}

/** Draws `body` as `form` of the policies does: `edit(path, value)` changes it, `errors` are those of the server. */
export function form(body, how) {
  const words = new Words(how);
  return html`<div class="policy-form languages" data-testid="template-form">${LANGUAGES.filter((lang) => body[lang]).map((lang) =>
    words.language(lang, body[lang]))}</div>`;
}
