import {t} from '../i18n/text.js';

const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** `PT1H30M` as a person says it, anything else as it is. */
export function spoken(value) {
  const found = typeof value === 'string' && value.length > 1 ? DURATION.exec(value) : null;
  if (!found) {
    return String(value);
  }
  const parts = ['days', 'hours', 'minutes', 'seconds'].flatMap((unit, i) => Number(found[i + 1]) ? [t(`length.${unit}`, {count: found[i + 1]})] : []);
  return parts.length ? parts.join(' ') : t('length.seconds', {count: 0});
}
