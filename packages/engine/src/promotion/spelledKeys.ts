import { isMap, isScalar, isSeq, Node, Scalar } from 'yaml';
import { getKey, isList, Json } from '../fields';

/**
 * How list items were written whose key field is a plain `y` or `n`. kubectl
 * reads a boolean there; people look for the letter, so paths show it.
 */
const spellings = new WeakMap<object, Map<string, string>>();

/** The same for keys of mappings: `n` is the key "false" in JSON. */
const keySpellings = new WeakMap<object, Map<string, string>>();

const LETTER = /^[ynYN]$/;
const LETTERS = /(?:^|[\s:,{])[ynYN]\s*(?:[:#,}\r\n]|$)/m;

/** The key in JSON that a plain key becomes. */
function nameOf(text: string): string {
  if (!LETTER.test(text)) return text;
  return /y/i.test(text) ? 'true' : 'false';
}

function noteKey(value: object, key: unknown): void {
  if (!isScalar(key) || key.type !== Scalar.PLAIN) return;
  const text = String(key.value);
  if (!LETTER.test(text)) return;
  const known = keySpellings.get(value) ?? new Map<string, string>();
  keySpellings.set(value, known.set(nameOf(text), text));
}

function collect(node: unknown, value: Json | undefined): void {
  if (isSeq(node) && isList(value)) {
    node.items.forEach((item, index) => collect(item, value[index]));
  } else if (isMap(node) && typeof value === 'object' && value !== null) {
    for (const { key, value: item } of node.items) {
      noteKey(value, key);
      const name = isScalar(key) ? String(key.value) : '';
      const own = getKey(value, nameOf(name));
      if (typeof own === 'object') collect(item, own);
      else if (typeof own === 'boolean' && isScalar(item)) {
        const text = String(item.value);
        if (!LETTER.test(text)) continue;
        const known = spellings.get(value) ?? new Map<string, string>();
        spellings.set(value, known.set(name, text));
      }
    }
  }
}

/** Notes the spellings of a document that was just read. */
export function noteSpellings(text: string, root: Node, value: Json): void {
  if (LETTERS.test(text)) collect(root, value);
}

/** A key field's value as written, where that differs from its value. */
export function spelledKey(item: Json, name: string): string | undefined {
  return typeof item === 'object' && item !== null
    ? spellings.get(item)?.get(name)
    : undefined;
}

/** A key as people look for it: as one of the values spells it. */
export function shownKey(
  values: ReadonlyArray<Json | undefined>,
  key: string,
): string {
  if (key !== 'true' && key !== 'false') return key;
  for (const value of values) {
    if (typeof value !== 'object' || value === null) continue;
    const text = keySpellings.get(value)?.get(key);
    if (text !== undefined) return text;
  }
  return key;
}
