import { Json, JsonObject, getKey, gvkOf } from '../fields';

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** `Kind/name`, as evidence names an object. */
export function resourceName(object: JsonObject): string {
  const name = text(getKey(getKey(object, 'metadata'), 'name'));
  return `${text(getKey(object, 'kind'))}/${name}`;
}

/** Kind of an object. */
export function kindOf(object: JsonObject): string {
  return text(getKey(object, 'kind'));
}

/** What pairs objects of two environments: group, kind and name. */
export function identityOf(object: JsonObject): string {
  return `${gvkOf(object).group}/${resourceName(object)}`;
}

/** Objects by what pairs them; the last one of a kind and name wins. */
export function byIdentity(
  objects: readonly JsonObject[] | undefined,
): ReadonlyMap<string, JsonObject> {
  return new Map((objects ?? []).map(item => [identityOf(item), item]));
}
