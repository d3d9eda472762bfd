import {known, name} from '../i18n/text.js';

/** Why an input was not taken as a contact: in the viewer's words, and what to do about it where that is known. */
export const reason = (item) => name('quarantineReason', item.reason);
export const hint = (item) => known('quarantineHint', item.reason);

/** The same in a line, with what the machine wrote. */
export const explanation = ({reason: code, detail}) => {
  const known = code ? reason({reason: code.toLowerCase().replaceAll('_', '-')}) : '';
  return known && detail ? `${known} (${detail})` : known || detail;
};
