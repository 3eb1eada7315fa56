import { getKey, isList, isObject, Json } from './json';

/**
 * True for the same number: by value, and by digits beyond 2^53. A double that
 * has already lost its digits is compared with what a bigint would round to.
 */
export function sameNumber(left: number | bigint, right: number | bigint) {
  if (typeof left === typeof right) return left === right;
  const [digits, double] =
    typeof left === 'bigint'
      ? [left, right as number]
      : [right as bigint, left];
  return Number(digits) === double;
}

/** True for the same scalar. A string never equals a number. */
export function sameScalar(left: Json, right: Json): boolean {
  if (left === right) return true;
  const numbers =
    (typeof left === 'number' || typeof left === 'bigint') &&
    (typeof right === 'number' || typeof right === 'bigint');
  return numbers && sameNumber(left, right);
}

/** Deep equality of values; the order of keys does not count, of items it does. */
export function sameJson(
  left: Json | undefined,
  right: Json | undefined,
): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return false;
  if (isList(left)) {
    return (
      isList(right) &&
      left.length === right.length &&
      left.every((item, index) => sameJson(item, right[index]))
    );
  }
  if (isObject(left)) {
    if (!isObject(right)) return false;
    const keys = Object.keys(left);
    return (
      keys.length === Object.keys(right).length &&
      keys.every(key => sameJson(left[key], getKey(right, key)))
    );
  }
  return sameScalar(left, right);
}
