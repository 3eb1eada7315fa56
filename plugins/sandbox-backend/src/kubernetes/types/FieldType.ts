import { JsonObject, JsonValue } from '@backstage/types';

/** How the items of a list are told apart. */
export type ListType =
  | { readonly type: 'atomic' }
  | { readonly type: 'set' }
  | {
      readonly type: 'map';
      readonly keys: readonly string[];
      /** Values that missing key fields take, e.g. protocol TCP. */
      readonly defaults: JsonObject;
    };

/**
 * What merging and ownership need to know of a place in an object.
 *
 * Source: `x-kubernetes-list-type`, `-list-map-keys`, `-map-type` and the
 * rules of structured-merge-diff for types that say nothing.
 */
export interface FieldType {
  /** The mapping here is owned and replaced whole. */
  readonly atomicMap: boolean;
  readonly list: ListType;
  /** The type of a list's items. */
  readonly items: FieldType;
  /** The type of the value at a key. */
  field(key: string): FieldType;
  /** True for a declared field, false for a key of a free mapping. */
  declares(key: string): boolean;
  /** True if a key neither is declared nor can be a key of a free mapping. */
  refuses(key: string): boolean;
}

export const ATOMIC_LIST: ListType = { type: 'atomic' };

/** The type of a value of which nothing is known: free maps, atomic lists. */
export const UNTYPED: FieldType = {
  atomicMap: false,
  list: ATOMIC_LIST,
  get items() {
    return UNTYPED;
  },
  field: () => UNTYPED,
  declares: () => false,
  refuses: () => false,
};

/**
 * The step of a list item in a field set: its key fields or its value.
 * Undefined if the item lacks a key that has no default.
 */
export function itemStep(
  list: ListType,
  item: JsonValue | undefined,
): string | undefined {
  if (list.type === 'set') return `v:${JSON.stringify(item)}`;
  if (list.type !== 'map') return undefined;
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return undefined;
  }
  const keys: JsonObject = {};
  let found = false;
  for (const key of [...list.keys].sort()) {
    const value = item[key] ?? list.defaults[key];
    if (value !== undefined) {
      keys[key] = value;
      found = true;
    }
  }
  return found ? `k:${JSON.stringify(keys)}` : undefined;
}
