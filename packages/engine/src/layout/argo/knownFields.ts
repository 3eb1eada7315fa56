import {
  formatPath,
  isList,
  isObject,
  Json,
  JsonObject,
  keyPath,
} from '../../fields';
import { Fields, FieldType, ListOf, SPEC } from './specFields';

function ownField(fields: Fields, key: string): FieldType | undefined {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function* unknownIn(
  value: Json,
  type: FieldType,
  path: readonly string[],
): Generator<readonly string[]> {
  if (typeof type === 'string') return;
  if (type instanceof ListOf) {
    for (const item of isList(value) ? value : []) {
      yield* unknownIn(item, type.fields, path);
    }
    return;
  }
  if (!isObject(value)) return;
  for (const key of Object.keys(value)) {
    const known = ownField(type, key);
    const at = [...path, key];
    if (known === undefined) yield at;
    else yield* unknownIn(value[key], known, at);
  }
}

function texts(value: Json, type: 'strings' | 'textMap'): boolean {
  const all = (items: readonly Json[]) =>
    items.every(item => typeof item === 'string' || item === null);
  if (type === 'strings') return isList(value) && all(value);
  return isObject(value) && all(Object.values(value));
}

function isOf(value: Json, type: Exclude<FieldType, Fields | ListOf>): boolean {
  switch (type) {
    case 'any':
      return true;
    case 'object':
      return isObject(value);
    case 'integer':
      return typeof value === 'bigint' || Number.isInteger(value);
    case 'strings':
    case 'textMap':
      return texts(value, type);
    default:
      return typeof value === type;
  }
}

function* wrongIn(
  value: Json,
  type: FieldType,
  path: readonly string[],
): Generator<readonly string[]> {
  if (value === null) return;
  if (typeof type === 'string') {
    if (!isOf(value, type)) yield path;
  } else if (type instanceof ListOf) {
    if (!isList(value)) yield path;
    else for (const item of value) yield* wrongIn(item, type.fields, path);
  } else if (!isObject(value)) {
    yield path;
  } else {
    for (const [key, item] of Object.entries(value)) {
      const known = ownField(type, key);
      if (known !== undefined) yield* wrongIn(item, known, [...path, key]);
    }
  }
}

function written(paths: Iterable<readonly string[]>): string[] {
  const all = [...paths].map(path => formatPath(keyPath(...path)));
  return [...new Set(all)];
}

/**
 * Fields of an Application's spec that Argo CD does not have, each once, as
 * written paths: `spec.health`. The API server drops them.
 */
export function unknownFields(spec: Json): string[] {
  return written(unknownIn(spec, SPEC, ['spec']));
}

/**
 * Fields that do not have the type Argo CD gives them. The API server refuses
 * an object with one.
 *
 * @param path - where the object lies, for the answer
 */
export function wrongFields(
  object: JsonObject,
  fields: Fields,
  ...path: readonly string[]
): string[] {
  return written(wrongIn(object, fields, path));
}
