// Texts, numbers and times in the viewer's language and zone.
export const languages = {en: 'English', ja: '日本語', zh: '中文'};
const texts = {};
const listeners = new Set();
let current = initial();
await load(current);
document.documentElement.lang = current;

function initial() {
  const wanted = [localStorage.getItem('language'), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return wanted.find((code) => code in languages) ?? 'en';
}

/** Only the words of the viewer's language are loaded. */
async function load(code) {
  texts[code] ??= (await import(`./${code}.js`)).default;
}

export const language = () => current;

export async function setLanguage(code) {
  localStorage.setItem('language', code);
  await load(code);
  current = code;
  document.documentElement.lang = code;
  listeners.forEach((listener) => listener());
}

export function onLanguage(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The text of a key, with `{name}` filled in. A key without a text is shown as it is, readable at least. */
export function t(key, values = {}) {
  const text = texts[current][key];
  return text === undefined ? words(key.slice(key.indexOf('.') + 1)) : text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** The text for one of a family's names, if there is one. */
export const known = (family, value) => texts[current][`${family}.${value}`];

/** `first-human-reply` or `PRODUCT_DEFECT` as words, for names that only configuration knows. */
export const words = (name) => name.replace(/[-_]/g, ' ').toLowerCase();

/** The text for one of a family's names, or the name in words. */
export const name = (family, value) => (value === undefined || value === null ? '' : t(`${family}.${value}`));

// numbers and dates as in the viewer's region, when his browser names one for the language
const locale = () => navigator.languages.find((tag) => tag.split('-')[0] === current) ?? current;

const cache = new Map();
function format(kind, options) {
  const key = `${locale()} ${kind.name} ${JSON.stringify(options)}`;
  if (!cache.has(key)) {
    cache.set(key, new kind(locale(), options));
  }
  return cache.get(key);
}

export const number = (value, options = {}) =>
  value === undefined || value === null ? '–' : format(Intl.NumberFormat, options).format(value);
export const percent = (share, digits = 0) => number(share, {style: 'percent', maximumFractionDigits: digits});
export const dateTime = (instant) =>
  instant ? format(Intl.DateTimeFormat, {dateStyle: 'medium', timeStyle: 'short'}).format(new Date(instant)) : '';
export const timeOfDay = (instant) => format(Intl.DateTimeFormat, {timeStyle: 'short'}).format(new Date(instant));

/** A time to the second; where a complaint is at home in another zone than the viewer, in that one too. */
export function exactTime(instant, zone) {
  if (!instant) {
    return '';
  }
  const exact = (more) => format(Intl.DateTimeFormat, {dateStyle: 'full', timeStyle: 'long', ...more}).format(new Date(instant));
  const [mine, there] = [exact({}), zone ? exact({timeZone: zone}) : null];
  return !zone ? mine : t(isSame(instant, zone) ? 'time.named' : 'time.both', {mine, there, zone});
}

const wall = (instant, more = {}) => format(Intl.DateTimeFormat, {dateStyle: 'short', timeStyle: 'medium', ...more}).format(new Date(instant));
const isSame = (instant, timeZone) => wall(instant) === wall(instant, {timeZone});

/** The time in that zone, named, where the viewer's clocks show another one. */
export const timeIn = (instant, timeZone) => instant && timeZone && !isSame(instant, timeZone)
  ? t('time.in', {time: format(Intl.DateTimeFormat, {dateStyle: 'medium', timeStyle: 'short', timeZone}).format(new Date(instant)), zone: timeZone}) : '';
/** A date without a time is the same day in every zone. */
export const day = (date) => format(Intl.DateTimeFormat, {month: 'short', day: 'numeric', timeZone: 'UTC'}).format(new Date(date));
export const fullDay = (date) => format(Intl.DateTimeFormat, {dateStyle: 'medium', timeZone: 'UTC'}).format(new Date(date));
export const money = (amount, currency) => number(amount, {style: 'currency', currency});
export const languageName = (code) => {
  try {
    return format(Intl.DisplayNames, {type: 'language'}).of(code);
  } catch {
    return code;
  }
};
export const list = (values) => values.join(current === 'en' ? ', ' : '、');

/** A time span with its two largest units; below an hour with seconds, so that it is seen to run. */
export function span(milliseconds) {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const [days, hours, minutes, rest] =
    [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value) => String(value).padStart(2, '0');
  if (days > 0) {
    return t('span.days', {days, hours});
  }
  return hours > 0 ? t('span.hours', {hours, minutes: two(minutes)}) : `${minutes}:${two(rest)}`;
}
