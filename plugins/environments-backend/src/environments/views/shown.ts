import {
  FieldPath,
  getKey,
  isList,
  isObject,
  Json,
  JsonObject,
  redact,
} from '@stagecraft/engine';
import { ShownValue } from '@stagecraft/plugin-environments-common';

/** Strings that YAML would read as something else if they were not quoted. */
const NEEDS_QUOTES =
  /^$|^[-+]?(\d[\d_]*\.?\d*|\.\d+)(e[-+]?\d+)?$|^(true|false|yes|no|on|off|y|n|null|~)$/i;

const plainJson = (_key: string, value: unknown) =>
  typeof value === 'bigint' ? value.toString() : value;

/** A value as the screen shows it. Undefined is a field that is not there. */
function shown(value: Json | undefined): ShownValue {
  if (value === undefined) return { state: 'absent' };
  if (isObject(value) || isList(value)) {
    return { state: 'value', text: JSON.stringify(value, plainJson) };
  }
  if (typeof value === 'string' && NEEDS_QUOTES.test(value)) {
    return { state: 'value', text: value, quoted: true };
  }
  return { state: 'value', text: String(value) };
}

/** The smallest object that has a value at a path. */
function objectWith(path: FieldPath, value: Json): Json {
  return [...path].reverse().reduce<Json>((inner, step) => {
    if (step.type === 'key') return { [step.key]: inner };
    if (step.type === 'item' && isObject(inner)) {
      return [{ ...Object.fromEntries(step.keys), ...inner }];
    }
    return [inner];
  }, value);
}

function valueIn(object: Json | undefined, path: FieldPath): Json | undefined {
  let value = object;
  for (const step of path) {
    if (step.type === 'key') value = getKey(value, step.key);
    else value = isList(value) ? value[0] : undefined;
  }
  return value;
}

/** The value with what is secret in it taken out, by the engine's own rules. */
function redacted(
  kind: string,
  path: FieldPath,
  value: Json,
): Json | undefined {
  const object = objectWith(path, value);
  if (!isObject(object)) return undefined;
  const typed: JsonObject = { apiVersion: 'v1', kind, ...object };
  return valueIn(redact(typed), path);
}

/** A value at a path of an object of this kind, as the screen shows it; hidden where it is secret. */
export function shownAt(
  kind: string,
  path: FieldPath,
  value: Json | undefined,
): ShownValue {
  if (value === undefined) return { state: 'absent' };
  // A whole resource is named; its fields are another view's business.
  if (path.length === 0) {
    const name = getKey(getKey(value, 'metadata'), 'name');
    return { state: 'value', text: `${kind}/${name ?? ''}` };
  }
  const safe = redacted(kind, path, value);
  if (isObject(value) || isList(value)) {
    return safe === undefined ? { state: 'hidden' } : shown(safe);
  }
  return safe === value ? shown(value) : { state: 'hidden' };
}
