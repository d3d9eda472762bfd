// Why a command was not carried out, in the reader's language, with what would be possible instead.
import {html, nothing} from 'lit';
import {explained} from '../element.js';
import {dateTime, list, name, t, words} from '../i18n/text.js';
import {isMachinery, sentence, who} from './sentences.js';
import {steps} from './steps.js';

/** What happened, by whom and when, as a short list. */
export const happened = (entries) => html`<ul class="happened" data-testid="happened">${entries.map((entry) => html`
  <li><span class="small">${dateTime(entry.at)} · ${who(entry.actor)}</span> ${sentence(entry)}</li>`)}</ul>`;

/** Without what the platform notes for itself: nobody has to read that before he goes on. */
export const worthTelling = (entries) => (entries ?? []).filter((entry) => !isMachinery(entry));

/** A rule that this console does not know yet is told in the service's words. */
function rule(body, message) {
  const said = t(`refusal.${body.rule}`);
  return said === words(body.rule ?? '') ? body.explanation ?? message : said;
}

function stale(body) {
  const told = worthTelling(body.changed);
  return html`<p>${t('commands.stale')}</p>${told.length ? happened(told) : nothing}`;
}

export function refusal(problem) {
  const {status, body} = problem;
  if (status === 409 || status === 412) {
    const allowed = (body.allowed ?? []).filter((each) => each in steps);
    return html`${body.rule === 'STALE_VERSION' ? stale(body)
        : html`<p>${t('commands.refused', {explanation: rule(body, problem.message)})}</p>`}
      ${allowed.length && body.rule !== 'STALE_VERSION' ? html`<p class="small">${t('commands.allowed',
        {commands: list(allowed.map((each) => name('command', each)))})}</p>` : nothing}`;
  }
  return html`<p>${explained(problem, t)}</p>
    ${body?.errors?.length ? html`<ul>${body.errors.map((each) =>
      html`<li class="small">${each.pointer ?? ''} ${each.detail}</li>`)}</ul>` : nothing}`;
}
