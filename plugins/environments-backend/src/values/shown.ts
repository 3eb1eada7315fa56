import { isList, isObject, Json } from '@stagecraft/engine';
import { ShownValue } from '@stagecraft/plugin-environments-common';

/** Strings that YAML would read as something else if they were not quoted. */
const NEEDS_QUOTES =
  /^$|^[-+]?(\d[\d_]*\.?\d*|\.\d+)(e[-+]?\d+)?$|^(true|false|yes|no|on|off|y|n|null|~)$/i;

/** Field names whose values are never shown (design section 5, rule 8). */
const SECRET_NAME = /secret|password|passwd|token|credential/i;

const plainJson = (_key: string, value: unknown) =>
  typeof value === 'bigint' ? value.toString() : value;

/** A value as the screen shows it. Undefined is a field that is not there. */
export function shown(value: Json | undefined): ShownValue {
  if (value === undefined) return { state: 'absent' };
  if (isObject(value) || isList(value)) {
    return { state: 'value', text: JSON.stringify(value, plainJson) };
  }
  if (typeof value === 'string') {
    return NEEDS_QUOTES.test(value)
      ? { state: 'value', text: value, quoted: true }
      : { state: 'value', text: value };
  }
  return { state: 'value', text: String(value) };
}

/** Whether values at this path stay inside: everything below a Secret's data, and fields named like a secret. */
export function isHidden(kind: string, path: string): boolean {
  if (kind === 'Secret' && /^(stringData|data)\b/.test(path)) return true;
  const last =
    path
      .split(/[.\]["]+/)
      .filter(Boolean)
      .at(-1) ?? '';
  // A reference to a Secret by name is no secret.
  return SECRET_NAME.test(last) && !/(name|ref|refs|key)$/i.test(last);
}

/** As {@link shown}; hidden where the path holds a secret. */
export function shownAt(
  kind: string,
  path: string,
  value: Json | undefined,
): ShownValue {
  if (value === undefined) return { state: 'absent' };
  return isHidden(kind, path) ? { state: 'hidden' } : shown(value);
}
