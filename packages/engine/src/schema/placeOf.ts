import {
  FieldPath,
  Json,
  JsonObject,
  PathStep,
  getKey,
  isList,
  isObject,
} from '../fields';
import { defaultOf, itemSchema, keySchema, listMapKeys } from './structural';

/** The step to an item of a list: by its key fields where it has them. */
export function itemStep(
  schema: JsonObject | undefined,
  item: Json | undefined,
  index: number,
): PathStep {
  const names = schema && listMapKeys(schema);
  const position: PathStep = { type: 'index', index };
  if (!schema || !names) return position;
  const items = itemSchema(schema);
  const keys: Array<readonly [string, Json]> = [];
  for (const name of names) {
    const value =
      getKey(item, name) ?? (items && defaultOf(keySchema(items, name)));
    if (value === undefined) return position;
    keys.push([name, value]);
  }
  return { type: 'item', keys };
}

/** The field path of a JSON pointer's tokens in an object of a schema. */
export function placeOf(
  tokens: readonly string[],
  object: Json,
  schema: JsonObject,
): FieldPath {
  const path: PathStep[] = [];
  let value: Json | undefined = object;
  let type: JsonObject | undefined = schema;
  for (const token of tokens) {
    if (isList(value)) {
      const index = Number(token);
      path.push(itemStep(type, value[index], index));
      value = value[index];
      type = type && itemSchema(type);
    } else {
      path.push({ type: 'key', key: token });
      const next: ReturnType<typeof keySchema> = type && keySchema(type, token);
      value = getKey(value, token);
      type = isObject(next) ? next : undefined;
    }
  }
  return path;
}
