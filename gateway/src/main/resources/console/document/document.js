import {html, nothing} from 'lit';
import {get} from '../api.js';
import {ConsoleElement} from '../element.js';
import {language, t} from '../i18n/text.js';
import {noSuchTab, problemState} from '../parts.js';
import {style} from '../style.js';
import {operation} from './operation.js';
import {message} from './message.js';
import {said} from './schema.js';
import './part.js';

style(import.meta.resolve('./document.css'));

const METHODS = ['get', 'post', 'put', 'delete', 'patch'];

/** What the platform offers to programs: calls over HTTP, and topics. */
class Documents extends ConsoleElement {
  static properties = {view: {}, document: {state: true}, problem: {state: true}, words: {state: true}};

  constructor() {
    super();
    this.words = '';
  }

  willUpdate(changed) {
    if (changed.has('view')) {
      this.#load();
    }
  }

  async #load() {
    const view = this.view;
    this.document = null;
    this.problem = null;
    try {
      const document = await get(view === 'topics' ? '/asyncapi.json' : '/openapi.json');
      if (view === this.view) {
        this.document = document;
      }
    } catch (problem) {
      this.problem = problem;
    }
  }

  #fits(...texts) {
    const words = this.words.trim().toLowerCase().split(/\s+/);
    const text = texts.join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  }

  #calls() {
    const all = Object.entries(this.document.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) => ({method, path, ...item[method]})));
    return this.document.tags.map((tag) => ({
      name: tag.name, description: tag.description,
      entries: all.filter((each) => each.tags[0] === tag.name && this.#fits(each.method, each.path, each.summary))
        .map((each) => operation(this.document, each)),
    }));
  }

  #topics() {
    return Object.values(this.document.channels).map((channel) => ({
      name: channel.address, description: channel.description, facts: this.#kept(channel),
      entries: Object.keys(channel.messages).map((name) => ({name, ...this.document.components.messages[name]}))
        .filter((each) => this.#fits(each.name, channel.address, each.summary))
        .map((each) => message(this.document, each)),
    }));
  }

  #kept(channel) {
    const {'retention.ms': time, 'cleanup.policy': policy} = channel.bindings.kafka.topicConfiguration;
    const days = time / 86_400_000;
    return policy ? t('document.keptLatest') : time < 0 ? t('document.keptForEver')
      : days < 1 ? t('document.keptHours', {n: days * 24}) : t('document.keptDays', {n: days});
  }

  #groups() {
    return (this.view === 'topics' ? this.#topics() : this.#calls()).filter((group) => group.entries.length > 0);
  }

  #show(event, name) {
    event.preventDefault();
    this.querySelector(`[data-group="${name}"]`).scrollIntoView();
  }

  #content() {
    const groups = this.#groups();
    return html`<div class="document">
      <nav aria-label=${t('document.contents')}>${groups.map((group) => html`
        <a href="#" @click=${(event) => this.#show(event, group.name)}>${group.name}<span class="soft">${group.entries.length}</span></a>`)}</nav>
      <div>${this.words ? nothing : html`<p class="soft about">${said(this.document.info.description)}</p>`}
        ${groups.map((group) => html`<section data-group=${group.name} data-testid="group">
          <h2>${group.name} ${group.facts ? html`<span class="tag">${group.facts}</span>` : nothing}</h2>
          <p class="soft">${said(group.description)}</p>
          <div class="card">${group.entries}</div></section>`)}
      </div></div>`;
  }

  render() {
    const file = this.view === 'topics' ? 'asyncapi' : 'openapi';
    const tab = (view) => html`<a href="#/document/${view}" aria-current=${view === this.view ? 'page' : nothing}
      data-testid="document-${view}">${t(`document.${view}`)}</a>`;
    return html`<h1 class="sr-only">${t('nav.document')}</h1>
      <div class="document-head">
        <nav class="document-tabs" aria-label=${t('nav.document')}>${tab('http')}${tab('topics')}</nav>
        <label><span class="sr-only">${t('document.filter')}</span><input type="search" data-testid="document-filter"
          placeholder=${t('document.filter')} .value=${this.words} @input=${(event) => {
            this.words = event.target.value;
          }}></label>
        <span class="soft small">${t('document.files')} <a href="/${file}.yaml" download>YAML</a> · <a href="/${file}.json" download>JSON</a></span>
      </div>
      ${language() === 'en' ? nothing : html`<p class="soft small" data-testid="document-english">${t('document.english')}</p>`}
      ${!['http', 'topics'].includes(this.view) ? noSuchTab('document', 'http') : this.problem ? problemState(this.problem, () => this.#load())
        : this.document ? this.#content() : html`<div class="card"><div class="body"><span class="skeleton"></span></div></div>`}`;
  }
}
customElements.define('amends-document', Documents);
