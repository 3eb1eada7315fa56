import { Json } from './json';

/**
 * One step of a field path.
 *
 * - `key`: a key of a mapping.
 * - `item`: the item of a keyed list that has these key fields, in schema order.
 * - `member`: a member of a set.
 * - `index`: a position in an atomic list.
 */
export type PathStep =
  | { readonly type: 'key'; readonly key: string }
  | {
      readonly type: 'item';
      readonly keys: ReadonlyArray<readonly [string, Json]>;
    }
  | { readonly type: 'member'; readonly value: Json }
  | { readonly type: 'index'; readonly index: number };

/** A field's place in an object, root first. The empty path is the whole resource. */
export type FieldPath = readonly PathStep[];

const PLAIN_KEY = /^[A-Za-z_][\w-]*$/;

// Characters that would end the value of a key field too early.
const ENDS_VALUE = /[,\]"]/;

function scalarText(value: Json): string {
  if (typeof value !== 'string') return String(value);
  return value === '' || ENDS_VALUE.test(value) ? JSON.stringify(value) : value;
}

function memberText(value: Json): string {
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}

function isPlain(key: string): boolean {
  return PLAIN_KEY.test(key);
}

// Texts of keys that many paths have. Keys of manifests are not bounded.
const keyTexts = new Map<string, string>();
const MOST_TEXTS = 10_000;

function keyText(key: string): string {
  let text = keyTexts.get(key);
  if (text === undefined) {
    text = isPlain(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
    if (keyTexts.size < MOST_TEXTS) keyTexts.set(key, text);
  }
  return text;
}

function stepText(step: PathStep, first: boolean): string {
  switch (step.type) {
    case 'key':
      return first && isPlain(step.key) ? step.key : keyText(step.key);
    case 'item':
      return `[${step.keys
        .map(([name, value]) => `${name}=${scalarText(value)}`)
        .join(',')}]`;
    case 'member':
      return `[=${memberText(step.value)}]`;
    default:
      return `[${step.index}]`;
  }
}

/**
 * Writes a path as people read it: `spec.containers[name=main].image`,
 * `metadata.annotations["crossplane.io/paused"]`, `finalizers[="x"]`.
 * The empty path is the empty string.
 */
export function formatPath(path: FieldPath): string {
  let text = '';
  for (const step of path) text += stepText(step, text === '');
  return text;
}

/** Shorthand for a path of mapping keys only. */
export function keyPath(...keys: string[]): FieldPath {
  return keys.map(key => ({ type: 'key', key }));
}
