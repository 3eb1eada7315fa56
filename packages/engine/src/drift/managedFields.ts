import {
  FieldPath,
  getKey,
  isList,
  isObject,
  Json,
  JsonObject,
  memberKey,
  PathStep,
} from '../fields';
import { groupOfManager, ManagerGroup } from './managers';
import { ManagerGroups } from './types';

/** One entry of metadata.managedFields. */
export interface FieldsEntry {
  readonly manager: string;
  readonly group: ManagerGroup;
  readonly operation: string;
  readonly subresource: string;
  /** RFC 3339, or '' if the entry has none. */
  readonly time: string;
  readonly fields: JsonObject;
}

/** How an entry has to do with a path. */
export interface Ownership {
  readonly entry: FieldsEntry;
  /**
   * - `exact`: it owns the path, or something below it.
   * - `whole`: it owns a container above and nothing below that.
   * - `above`: it owns a field above, among others.
   */
  readonly how: 'exact' | 'whole' | 'above';
  /** Number of steps down to the owned field. */
  readonly depth: number;
  /** Nothing below the owned field is the entry's own. */
  readonly isLeaf: boolean;
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function readEntry(
  value: Json,
  groups: ManagerGroups | undefined,
): FieldsEntry | undefined {
  const fields = getKey(value, 'fieldsV1');
  const subresource = text(getKey(value, 'subresource'));
  if (!isObject(fields) || subresource === 'status') return undefined;
  const manager = text(getKey(value, 'manager'));
  return {
    manager,
    group: groupOfManager(manager, groups),
    operation: text(getKey(value, 'operation')),
    subresource,
    time: text(getKey(value, 'time')),
    fields,
  };
}

/** The entries of an object, without those of the status subresource. */
export function readManagedFields(
  live: JsonObject,
  groups: ManagerGroups | undefined,
): FieldsEntry[] {
  const entries = getKey(getKey(live, 'metadata'), 'managedFields');
  if (!isList(entries)) return [];
  return entries.flatMap(entry => readEntry(entry, groups) ?? []);
}

// Items of a list by their key, for nodes in which the plain text of the key
// was not found. Kept because a list is asked for each of its items.
const indexes = new WeakMap<JsonObject, Map<string, Json>>();

function itemIndex(node: JsonObject): Map<string, Json> {
  let index = indexes.get(node);
  if (!index) {
    index = new Map();
    for (const key of Object.keys(node)) {
      if (!key.startsWith('k:')) continue;
      try {
        index.set(memberKey(JSON.parse(key.slice(2)) as Json), node[key]);
      } catch {
        // A key that is no JSON names no item.
      }
    }
    indexes.set(node, index);
  }
  return index;
}

function child(node: JsonObject, step: PathStep): Json | undefined {
  switch (step.type) {
    case 'key':
      return getKey(node, `f:${step.key}`);
    case 'member':
      return getKey(node, `v:${memberKey(step.value)}`);
    case 'index':
      return getKey(node, `i:${step.index}`);
    default: {
      const key = memberKey(Object.fromEntries(step.keys));
      return getKey(node, `k:${key}`) ?? itemIndex(node).get(key);
    }
  }
}

/** True if a node has nothing below it: it is owned as one value. */
function isLeaf(node: JsonObject): boolean {
  for (const key in node) {
    if (key !== '.') return false;
  }
  return true;
}

/** What an entry has to do with a path; undefined if nothing. */
export function ownership(
  entry: FieldsEntry,
  path: FieldPath,
): Ownership | undefined {
  let node = entry.fields;
  let above = 0;
  for (let depth = 0; depth < path.length; depth++) {
    const next = child(node, path[depth]);
    if (!isObject(next)) {
      if (depth > 0 && isLeaf(node)) {
        return { entry, how: 'whole', depth, isLeaf: true };
      }
      return above > 0
        ? { entry, how: 'above', depth: above, isLeaf: false }
        : undefined;
    }
    node = next;
    if (Object.hasOwn(node, '.')) above = depth + 1;
  }
  return { entry, how: 'exact', depth: path.length, isLeaf: isLeaf(node) };
}
