import { isMap, isScalar, isSeq, Node } from 'yaml';
import { getKey, isList, Json } from '../fields';

/**
 * How list items were written whose key field is a plain `y` or `n`. kubectl
 * reads a boolean there; people look for the letter, so paths show it.
 */
const spellings = new WeakMap<object, Map<string, string>>();

const LETTER = /^[ynYN]$/;
const LETTER_VALUE = /[:,{]\s+[ynYN]\s*(?:[#,}\r\n]|$)/;

function collect(node: unknown, value: Json | undefined): void {
  if (isSeq(node) && isList(value)) {
    node.items.forEach((item, index) => collect(item, value[index]));
  } else if (isMap(node) && typeof value === 'object' && value !== null) {
    for (const { key, value: item } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const own = getKey(value, name);
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
  if (LETTER_VALUE.test(text)) collect(root, value);
}

/** A key field's value as written, where that differs from its value. */
export function spelledKey(item: Json, name: string): string | undefined {
  return typeof item === 'object' && item !== null
    ? spellings.get(item)?.get(name)
    : undefined;
}
