import { compareBytes } from '../tree';
import { TemplateError } from './errors';
import { checkNesting } from './maps';
import {
  GoInteger,
  GoList,
  GoMap,
  integerOf,
  isGoObject,
  typeName,
  Value,
} from './values';

type Basic = 'bool' | 'string' | 'float' | 'int' | 'uint';

function basicKind(value: Value): Basic | undefined {
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'string':
      return 'string';
    case 'number':
      return 'float';
    case 'bigint':
      return 'int';
    default:
  }
  if (!(value instanceof GoInteger)) return undefined;
  return value.type === 'int64' ? 'int' : 'uint';
}

function isInteger(kind: Basic | undefined): boolean {
  return kind === 'int' || kind === 'uint';
}

function isNothing(value: Value): boolean {
  if (value === undefined || value === null) return true;
  return (value instanceof GoList || value instanceof GoMap) && value.isNil;
}

function shape(value: Value): string {
  if (value instanceof GoList) return 'slice';
  if (value instanceof GoMap) return 'map';
  return typeName(value);
}

/** Go's `eq`: values of two kinds cannot be compared, integers can. */
export function equal(left: Value, right: Value): boolean {
  const kinds = [basicKind(left), basicKind(right)];
  if (isInteger(kinds[0]) && isInteger(kinds[1])) {
    return integerOf(left) === integerOf(right);
  }
  const missing = left ?? right ?? undefined;
  const oneMissing =
    (left ?? undefined) === undefined || (right ?? undefined) === undefined;
  if (kinds[0] !== kinds[1]) {
    if (oneMissing) return false;
    throw new TemplateError('incompatible types for comparison');
  }
  if (kinds[0] !== undefined) return left === right;
  if (missing === undefined) return true;
  if (!oneMissing && shape(left) !== shape(right)) {
    throw new TemplateError('non-comparable types');
  }
  if (isNothing(left) || isNothing(right)) {
    return isNothing(left) === isNothing(right);
  }
  if (isGoObject(left) && isGoObject(right)) return left === right;
  throw new TemplateError(`non-comparable type ${typeName(right)}`);
}

/** Go's `lt`: for numbers of one kind and texts, by their bytes. */
export function less(left: Value, right: Value): boolean {
  const kinds = [basicKind(left), basicKind(right)];
  if (kinds.includes(undefined)) {
    throw new TemplateError('invalid type for comparison');
  }
  if (isInteger(kinds[0]) && isInteger(kinds[1])) {
    return integerOf(left)! < integerOf(right)!;
  }
  if (kinds[0] !== kinds[1]) {
    throw new TemplateError('incompatible types for comparison');
  }
  if (kinds[0] === 'bool') {
    throw new TemplateError('invalid type for comparison');
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return compareBytes(left, right) < 0;
  }
  return (left as number) < (right as number);
}

/** Go's reflect.DeepEqual: also the types must be the same. */
export function deepEqual(left: Value, right: Value, depth = 0): boolean {
  checkNesting(depth);
  if (left instanceof GoInteger || right instanceof GoInteger) {
    return typeName(left) === typeName(right)
      ? integerOf(left) === integerOf(right)
      : false;
  }
  if (left instanceof GoList && right instanceof GoList) {
    return (
      left.element === right.element &&
      left.isNil === right.isNil &&
      left.items.length === right.items.length &&
      left.items.every((item, index) =>
        deepEqual(item, right.items[index], depth + 1),
      )
    );
  }
  if (left instanceof GoMap && right instanceof GoMap) {
    return (
      left.element === right.element &&
      left.isNil === right.isNil &&
      left.entries.size === right.entries.size &&
      [...left.entries].every(
        ([key, item]) =>
          right.entries.has(key) &&
          deepEqual(item, right.entries.get(key), depth + 1),
      )
    );
  }
  if (isGoObject(left) && isGoObject(right)) {
    return left.goType === right.goType && left.text() === right.text();
  }
  return (left ?? null) === (right ?? null);
}
