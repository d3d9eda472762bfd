// What a policy's JSON looks like, so that a form can be made of it: records, maps, tables, cards, words.

/** Objects whose keys are names that a house gives, not fields of the product. */
const MAPS = new Set(['week', 'dates', 'grants', 'approves', 'twoApprovers', 'protocols', 'languageSkills', 'channelKinds', 'points',
  'words', 'levels', 'capacities', 'salutations', 'tempers', 'relations', 'skills', 'from']);
/** What an entry of a list is called by. */
const NAMING = ['clock', 'rule', 'factor', 'sign', 'id', 'agent', 'pool', 'role', 'type', 'title', 'event', 'country'];

export const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const isScalar = (value) => value === null || typeof value !== 'object';
const isWords = (value) => Array.isArray(value) && value.every(isScalar);
const isFlat = (value) => isObject(value) && Object.values(value).every((each) => isScalar(each) || isWords(each));

/** How a value is shown: `scalar`, `words`, `table`, `cards`, `mixed`, `map`, `mapTable` or `record`. */
export function shapeOf(value, key) {
  if (Array.isArray(value)) {
    return isWords(value) ? 'words' : value.every(isFlat) ? 'table' : value.every(isObject) ? 'cards' : 'mixed';
  }
  if (!isObject(value)) {
    return 'scalar';
  }
  const parts = Object.values(value);
  return !MAPS.has(key) ? 'record' : parts.length > 0 && parts.every(isFlat) ? 'mapTable' : 'map';
}

/** All fields that any of the entries has, in their order. */
export const columnsOf = (entries) => [...new Set(entries.flatMap(Object.keys))];

export const namingOf = (entry) => isObject(entry) ? NAMING.find((key) => isScalar(entry[key]) && entry[key] !== undefined) : undefined;

/** What tells the entries of a list from each other, if anything does. */
export const namesOf = (list) => NAMING.map((key) => list.map((each) => each?.[key]))
  .find((names) => names.every((each) => typeof each === 'string') && new Set(names).size === names.length);

/** An entry like another one, with nothing said yet. */
export function blank(sample) {
  if (Array.isArray(sample)) {
    return [];
  }
  return isObject(sample) ? Object.fromEntries(Object.entries(sample).map(([key, value]) => [key, blank(value)]))
    : typeof sample === 'number' ? 0 : typeof sample === 'boolean' ? false : '';
}

/** Another value where the path leads; `undefined` takes it away. What was there stays as it is. */
export function changed(whole, [step, ...rest], value) {
  const next = rest.length ? changed(whole?.[step], rest, value) : value;
  if (Array.isArray(whole)) {
    return next === undefined ? whole.filter((_, i) => i !== step) : Object.assign([...whole], {[step]: next});
  }
  const {[step]: before, ...others} = whole ?? {};
  return next === undefined ? others : {...whole, [step]: next};
}

/** As servers say where something is (RFC 6901). */
export const pointerOf = (path) => path.map((step) => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');

const NUMBER = /^-?\d+(\.\d+)?$/;

/** What somebody typed, as the value it replaces: numbers stay numbers. Nothing typed is nothing said. */
export function typed(text, like) {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : typeof like === 'number' && NUMBER.test(trimmed) ? Number(trimmed) : trimmed;
}

const separator = (list) => list.some((each) => /[,\n]/.test(each) || String(each).length > 40) ? '\n' : ', ';

export const joined = (list) => list.join(separator(list));
export const isLong = (list) => joined(list).length > 60 || separator(list) === '\n';

export function split(text, like) {
  const numbers = like.length > 0 && like.every((each) => typeof each === 'number');
  return text.split(separator(like) === '\n' ? '\n' : /[,、，\n]/).map((each) => typed(each, numbers ? 0 : '')).filter((each) => each !== undefined);
}
