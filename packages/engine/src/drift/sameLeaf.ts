import {
  FieldType,
  Json,
  sameDuration,
  sameQuantity,
  sameScalar,
} from '../fields';

function unwrap(value: Json): Json {
  return typeof value === 'string' ? value.replace(/\s+/g, '') : value;
}

/** True if a live scalar is what Git asks for, as its type reads it. */
export function sameLeaf(desired: Json, live: Json, type: FieldType): boolean {
  if (sameScalar(desired, live)) return true;
  if (type.quantity && sameQuantity(desired, live)) return true;
  if (type.duration && sameDuration(desired, live)) return true;
  return type.bytes === true && unwrap(desired) === unwrap(live);
}
