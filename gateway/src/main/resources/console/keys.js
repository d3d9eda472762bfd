// Keys of a single character can be switched off: to some people they come by accident, from speech or an unsteady hand.

const KEPT = 'keys';

export const areKeysOn = () => localStorage.getItem(KEPT) !== 'off';
export const switchKeys = (on) => localStorage.setItem(KEPT, on ? 'on' : 'off');

/** Is this a key for the page, and not for something that one types into? */
export const isForPage = (event) => !event.target.closest('input:not([type=checkbox]), textarea, select, dialog')
  && !event.ctrlKey && !event.metaKey && !event.altKey && (event.key.length > 1 || areKeysOn());
