import {
  FieldType,
  getKey,
  isList,
  isObject,
  Json,
  sameQuantity,
  sameScalar,
} from '../fields';

/** Nothing is filled in by a field above. */
export const NO_DEFAULTS: readonly Json[] = [];

/** What the defaults of an object say of one of its keys. */
export function narrowDefaults(
  defaults: readonly Json[],
  key: string,
): readonly Json[] {
  if (defaults.length === 0) return NO_DEFAULTS;
  return defaults.flatMap(value => {
    const found = getKey(value, key);
    return found === undefined ? [] : [found];
  });
}

/** Defaults from above together with those of the place itself. */
export function withDefaults(
  above: readonly Json[],
  type: FieldType,
): readonly Json[] {
  if (!type.defaults) return above;
  return above.length === 0 ? type.defaults : [...above, ...type.defaults];
}

/**
 * True if the server may have filled in this value where Git leaves the field
 * out, or gives a value that means the same.
 */
export function isFilledIn(
  value: Json,
  type: FieldType,
  above: readonly Json[],
): boolean {
  return (
    type.assigned === true || isDefault(value, withDefaults(above, type), type)
  );
}

function sameDefault(value: Json, filled: Json, quantity: boolean): boolean {
  if (isObject(value) && isObject(filled)) {
    return Object.keys(value).every(key => {
      const other = getKey(filled, key);
      return other !== undefined && sameDefault(value[key], other, quantity);
    });
  }
  if (isList(value) && isList(filled)) {
    return (
      value.length === filled.length &&
      value.every((item, index) => sameDefault(item, filled[index], quantity))
    );
  }
  return sameScalar(value, filled) || (quantity && sameQuantity(value, filled));
}

/** True if the server may have filled in this very value, or a part of it. */
export function isDefault(
  value: Json,
  defaults: readonly Json[],
  type: FieldType,
): boolean {
  return defaults.some(filled =>
    sameDefault(value, filled, type.quantity === true),
  );
}
