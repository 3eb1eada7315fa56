import { JsonObject, JsonValue } from '@backstage/types';
import {
  FieldPath,
  FieldType,
  gvkOf,
  indexOfStep,
  JsonObject as EngineObject,
  parsePath,
  typeOf,
} from '@stagecraft/engine';
import { KubeObject } from '../../objects';
import { schemaFor } from './manifests';

/** New values by path, as people write paths; null takes the field away. */
export type Changes = Readonly<Record<string, JsonValue>>;

export function pathOf(text: string): FieldPath {
  const path = parsePath(text);
  if (!path) throw new Error(`no path: ${text}`);
  return path;
}

/** What the engine knows of an object's fields. */
export function typeFor(object: KubeObject): FieldType {
  return typeOf(gvkOf(object as EngineObject), schemaFor(object));
}

/** The item that a step names, where the list has none yet. */
function newItem(step: FieldPath[number]): JsonValue | undefined {
  if (step.type === 'member') return step.value as JsonValue;
  if (step.type !== 'item') return undefined;
  return Object.fromEntries(step.keys) as JsonObject;
}

function put(
  value: JsonValue | undefined,
  path: FieldPath,
  type: FieldType,
  wanted: JsonValue,
): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined) return wanted;
  if (step.type === 'key') {
    const map: JsonObject = { ...(value as JsonObject | undefined) };
    if (rest.length === 0 && wanted === null) delete map[step.key];
    else map[step.key] = put(map[step.key], rest, type.field(step.key), wanted);
    return map;
  }
  const list = [...((value as JsonValue[] | undefined) ?? [])];
  const index = indexOfStep(list as never, step, type);
  if (rest.length === 0 && wanted === null) {
    return list.filter((_, position) => position !== index);
  }
  if (index < 0) list.push(put(newItem(step), rest, type.item, wanted));
  else list[index] = put(list[index], rest, type.item, wanted);
  return list;
}

/** The object with the changes in it. */
export function withChanges<T extends KubeObject>(
  object: T,
  changes: Changes,
): T {
  const type = typeFor(object);
  return Object.entries(changes).reduce<JsonValue>(
    (result, [path, value]) => put(result, pathOf(path), type, value),
    object,
  ) as T;
}
