import { isList, isObject, Json, JsonObject } from '../../fields';
import { goText } from '../goTemplate';

function entriesOf(value: Json): ReadonlyArray<[string, Json]> | undefined {
  if (isList(value)) return value.map((item, index) => [String(index), item]);
  return isObject(value) ? Object.entries(value) : undefined;
}

function* leaves(value: Json, path: string): Generator<[string, Json]> {
  const entries = entriesOf(value);
  if (!entries) {
    yield [path, value];
    return;
  }
  for (const [key, item] of entries) {
    yield* leaves(item, path === '' ? key : `${path}.${key}`);
  }
}

/** Nested values as text under dotted keys; empty lists and maps vanish. */
export function flatten(value: JsonObject): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [key, item] of leaves(value, '')) flat[key] = goText(item);
  return flat;
}

/** Numbers as a Go program gets them from JSON: floats all of them. */
export function asFloats(value: Json): Json {
  if (typeof value === 'bigint') return Number(value);
  if (isList(value)) return value.map(asFloats);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, asFloats(item)]),
  );
}
