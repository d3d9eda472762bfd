// What is otherwise in one policy than in another, field by field.
import {isObject, namesOf} from './shape.js';

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Entries by what they are called by, or by their place when that is not unique. */
function entries(value) {
  if (isObject(value)) {
    return Object.entries(value);
  }
  const names = namesOf(value);
  return value.map((each, i) => [names?.[i] ?? `${i + 1}`, each]);
}

const divisible = (value) => isObject(value) || Array.isArray(value) && value.some(isObject);

/** `[{path, before, after}]`; a side without a value was added or taken away. */
export function difference(before, after, path = []) {
  if (same(before, after)) {
    return [];
  }
  if (!divisible(before) || !divisible(after) || Array.isArray(before) !== Array.isArray(after)) {
    return [{path, before, after}];
  }
  const [old, fresh] = [new Map(entries(before)), new Map(entries(after))];
  const found = [...new Set([...old.keys(), ...fresh.keys()])]
    .flatMap((key) => difference(old.get(key), fresh.get(key), [...path, key]));
  return found.length ? found : [{path, before: [...old.keys()], after: [...fresh.keys()]}];
}
