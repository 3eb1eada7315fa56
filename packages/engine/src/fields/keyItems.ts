import { isList, isObject, Json } from './json';
import { ListKind } from './lists';
import { PathStep } from './path';

export interface KeyedItem {
  readonly step: PathStep;
  readonly value: Json;
  readonly index: number;
}

/** A text that two values share exactly if they are equal. */
export function memberKey(value: Json): string {
  if (isList(value)) return `[${value.map(memberKey).join(',')}]`;
  if (isObject(value)) {
    return `{${Object.keys(value)
      .sort()
      .map(key => `${JSON.stringify(key)}:${memberKey(value[key])}`)
      .join(',')}}`;
  }
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

/** A text that two scalars share exactly if they are equal; for use as a key. */
function scalarKey(value: Json): string {
  return typeof value === 'string' ? `"${value}` : String(value);
}

function itemKeys(
  value: Json,
  kind: Extract<ListKind, { type: 'keyed' }>,
): Array<readonly [string, Json]> | undefined {
  if (!isObject(value)) return undefined;
  const keys: Array<readonly [string, Json]> = [];
  for (const key of kind.keys) {
    const filled = kind.keyDefaults?.[key];
    const given = Object.hasOwn(value, key) ? value[key] : filled;
    // An empty text is no value where the server has a default.
    const field = given === '' ? filled ?? given : given;
    if (field === undefined || field === null || typeof field === 'object') {
      return undefined;
    }
    keys.push([key, field]);
  }
  return keys;
}

/**
 * The items of a keyed list or set by their key. Undefined where the list has
 * to be taken whole: a key occurs twice, or an item has none.
 */
export function keyItems(
  list: readonly Json[],
  kind: ListKind,
): Map<string, KeyedItem> | undefined {
  const items = new Map<string, KeyedItem>();
  for (let index = 0; index < list.length; index++) {
    const value = list[index];
    let step: PathStep;
    let key = '';
    if (kind.type === 'keyed') {
      const keys = itemKeys(value, kind);
      if (!keys) return undefined;
      for (const [, field] of keys) key += `${scalarKey(field)}\u0000`;
      step = { type: 'item', keys };
    } else {
      if (typeof value === 'object') return undefined;
      step = { type: 'member', value };
      key = scalarKey(value);
    }
    if (items.has(key)) return undefined;
    items.set(key, { step, value, index });
  }
  return items;
}
