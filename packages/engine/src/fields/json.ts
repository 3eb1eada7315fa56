/**
 * A value as a manifest holds it. Integers outside the safe range of a
 * double are kept as bigint so that two of them compare by their digits.
 */
export type Json =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Json[]
  | JsonObject;

/** A mapping of a manifest. Keys are always strings, as for the API server. */
export type JsonObject = { readonly [key: string]: Json };

/** True for a mapping, false for lists and scalars. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a list. Narrower than Array.isArray, which forgets readonly. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Own keys only, so that `__proto__` and `constructor` are plain names. */
export function getKey(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Sets a key of an object that is being built, also the name `__proto__`. */
export function setKey(
  target: Record<string, Json>,
  key: string,
  value: Json,
): void {
  if (key !== '__proto__') {
    target[key] = value;
    return;
  }
  // An assignment would replace the prototype instead.
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
