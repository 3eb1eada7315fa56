import { JsonObject, JsonValue } from '@backstage/types';
import { isMap, sameJson } from '../objects';
import { FieldType } from '../types/FieldType';

const DIRECTIVE = '$patch';
const REMOVE_MEMBERS = '$deleteFromPrimitiveList/';
const ORDER = '$setElementOrder/';
const RETAIN = '$retainKeys';

/** The first of a list's key fields tells its items apart in a patch. */
function mergeKey(type: FieldType): string | undefined {
  return type.list.type === 'map' ? type.list.keys[0] : undefined;
}

function patchItems(
  target: JsonValue[],
  patch: JsonValue[],
  type: FieldType,
): JsonValue[] {
  const key = mergeKey(type);
  if (patch.some(item => isMap(item) && item[DIRECTIVE] === 'replace')) {
    return patch.filter(item => !isMap(item) || item[DIRECTIVE] !== 'replace');
  }
  if (key === undefined) {
    if (type.list.type !== 'set') return patch;
    const added = patch.filter(
      item => !target.some(old => sameJson(old, item)),
    );
    return [...target, ...added];
  }
  let result = [...target];
  for (const item of patch) {
    if (!isMap(item)) continue;
    const same = (old: JsonValue | undefined) =>
      isMap(old) && sameJson(old[key], item[key]);
    if (item[DIRECTIVE] === 'delete') {
      result = result.filter(old => !same(old));
      continue;
    }
    const index = result.findIndex(same);
    if (index < 0) result.push(item);
    else result[index] = strategicPatch(result[index], item, type.items);
  }
  return result;
}

function patchKey(
  result: JsonObject,
  key: string,
  value: JsonValue,
  type: FieldType,
): void {
  if (key === DIRECTIVE || key === RETAIN || key.startsWith(ORDER)) return;
  if (key.startsWith(REMOVE_MEMBERS)) {
    const name = key.slice(REMOVE_MEMBERS.length);
    const old = result[name];
    if (Array.isArray(old) && Array.isArray(value)) {
      result[name] = old.filter(
        item => !value.some(gone => sameJson(gone, item)),
      );
    }
    return;
  }
  if (value === null) delete result[key];
  else result[key] = strategicPatch(result[key], value, type.field(key));
}

/**
 * Strategic merge patch: as a merge patch, but lists that have key fields merge
 * item by item, with the directives that kubectl writes.
 */
export function strategicPatch(
  target: JsonValue | undefined,
  patch: JsonValue,
  type: FieldType,
): JsonValue {
  if (Array.isArray(patch)) {
    return patchItems(Array.isArray(target) ? target : [], patch, type);
  }
  if (!isMap(patch)) return patch;
  if (patch[DIRECTIVE] === 'replace') {
    const { [DIRECTIVE]: _, ...rest } = patch;
    return rest;
  }
  const result: JsonObject = isMap(target) ? { ...target } : {};
  const retained = patch[RETAIN];
  if (Array.isArray(retained)) {
    for (const key of Object.keys(result)) {
      if (!retained.includes(key)) delete result[key];
    }
  }
  for (const [key, value] of Object.entries(patch)) {
    if (value !== undefined) patchKey(result, key, value, type);
  }
  return result;
}
