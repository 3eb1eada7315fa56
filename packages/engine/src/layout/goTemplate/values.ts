import { isList, isObject, Json } from '../../fields';
import { compareBytes } from '../tree';

/** An integer of a type other than Go's plain `int`. */
export class GoInteger {
  constructor(
    readonly type: 'int64' | 'uint8' | 'uint64',
    readonly value: bigint,
  ) {}
}

/** A slice. A nil one is empty, but JSON and YAML call it null. */
export class GoList {
  constructor(
    readonly items: Value[],
    readonly element: string = 'interface {}',
    readonly isNil: boolean = false,
  ) {}
}

/** A map with string keys; functions like `set` change it in place. */
export class GoMap {
  constructor(
    readonly entries: Map<string, Value>,
    readonly element: 'interface {}' | 'string' = 'interface {}',
    readonly isNil: boolean = false,
  ) {}

  /** Entries by the bytes of their keys, as Go ranges over and prints maps. */
  sorted(): Array<[string, Value]> {
    return [...this.entries].sort(([a], [b]) => compareBytes(a, b));
  }
}

/** A value of a Go type with methods that templates may call. */
export interface GoObject {
  readonly goType: string;
  readonly kind: 'ptr' | 'struct' | 'int' | 'int64';
  /** As `%v` prints it. */
  text(): string;
  /** As JSON writes it. */
  json(): Json;
  method(name: string, args: readonly Value[]): Value;
}

/**
 * A value of a template. Undefined is no value at all, null a nil in a map or
 * list; Go tells them apart. Numbers are float64, bigints int.
 */
export type Value =
  | undefined
  | null
  | boolean
  | string
  | number
  | bigint
  | GoInteger
  | GoList
  | GoMap
  | GoObject;

export function isGoObject(value: Value): value is GoObject {
  return typeof value === 'object' && value !== null && 'goType' in value;
}

/** Data as a Go program reads it from JSON: all numbers are floats. */
export function fromJson(value: Json): Value {
  if (typeof value === 'bigint') return Number(value);
  if (isList(value)) return new GoList(value.map(fromJson));
  if (isObject(value)) return mapOf(value);
  return value;
}

/** A map as a Go program reads it from JSON. */
export function mapOf(value: { readonly [key: string]: Json }): GoMap {
  const entries = Object.entries(value).map(
    ([key, item]) => [key, fromJson(item)] as const,
  );
  return new GoMap(new Map(entries));
}

export function listOfStrings(items: readonly string[], isNil = false): GoList {
  return new GoList([...items], 'string', isNil);
}

export function int64(value: bigint): GoInteger {
  return new GoInteger('int64', BigInt.asIntN(64, value));
}

/** The integer in a value of any integer type. */
export function integerOf(value: Value): bigint | undefined {
  if (typeof value === 'bigint') return value;
  return value instanceof GoInteger ? value.value : undefined;
}

/** The truth of a value: not empty and not zero. */
export function isTrue(value: Value): boolean {
  if (value instanceof GoList) return value.items.length > 0;
  if (value instanceof GoMap) return value.entries.size > 0;
  if (value instanceof GoInteger) return value.value !== 0n;
  // Go holds NaN for true, as it is not zero.
  return Boolean(value) || Number.isNaN(value);
}

/** The name of a value's type in Go. */
export function typeName(value: Value): string {
  if (value === undefined || value === null) return '<nil>';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'number':
      return 'float64';
    case 'bigint':
      return 'int';
    default:
  }
  if (value instanceof GoInteger) return value.type;
  if (value instanceof GoList) return `[]${value.element}`;
  if (value instanceof GoMap) return `map[string]${value.element}`;
  return value.goType;
}

/** The kind of a value, as reflect names it. */
export function kindName(value: Value): string {
  if (value === undefined || value === null) return 'invalid';
  if (value instanceof GoList) return 'slice';
  if (value instanceof GoMap) return 'map';
  return isGoObject(value) ? value.kind : typeName(value);
}
