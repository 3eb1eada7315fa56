import { Json } from '../json';
import { ListKind } from '../lists';
import { defaultsOf, FieldFacts } from './facts';
import { factsOf, fieldNames, isFreeMap, Zero, zeroFields } from './table';
import { FieldType } from './types';

function keyDefaults(type: string | undefined, keys: readonly string[]) {
  const found: Record<string, string | number> = {};
  for (const key of keys) {
    const value = type && factsOf(type, key)?.default;
    if (typeof value === 'string' || typeof value === 'number') {
      found[key] = value;
    }
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

function listOf(facts: FieldFacts): ListKind | undefined {
  if (facts.keys) {
    return {
      type: 'keyed',
      keys: facts.keys,
      keyDefaults: keyDefaults(facts.type, facts.keys),
    };
  }
  if (facts.set) return { type: 'set' };
  if (facts.bag) return { type: 'bag' };
  return facts.atomic ? { type: 'atomic' } : undefined;
}

/** A leaf of a built-in type of which nothing special is known. */
const PLAIN: FieldType = {
  known: true,
  keepsEmpty: true,
  field: () => PLAIN,
  get item() {
    return PLAIN;
  },
};

const QUANTITY: FieldType = { ...PLAIN, quantity: true, item: PLAIN };
const ASSIGNED_QUANTITY: FieldType = { ...QUANTITY, assigned: true };
const BYTES: FieldType = { ...PLAIN, bytes: true, item: PLAIN };
const ZERO_OMITTED: FieldType = { ...PLAIN, zeroOmitted: true, item: PLAIN };
const ZERO_SHOWN: FieldType = { ...PLAIN, zeroShown: true, item: PLAIN };

/** The fields of a struct, which are also those of a list's items. */
class StructType implements FieldType {
  readonly known = true;
  readonly keepsEmpty = true;
  readonly #name: string;
  #fields?: ReadonlyMap<string, FieldType>;

  constructor(name: string) {
    this.#name = name;
  }

  get item(): FieldType {
    return PLAIN;
  }

  field(key: string): FieldType {
    this.#fields ??= fieldTypes(this.#name);
    return this.#fields.get(key) ?? PLAIN;
  }
}

class TableField implements FieldType {
  readonly known = true;
  readonly keepsEmpty = true;
  readonly list?: ListKind;
  readonly atomicMap: boolean;
  readonly quantity?: boolean;
  readonly duration?: boolean;
  readonly bytes?: boolean;
  readonly defaults?: readonly Json[];
  readonly assigned?: boolean;
  readonly zeroOmitted: boolean;
  readonly zeroShown: boolean;
  readonly freeKeys: boolean;
  readonly #value: FieldType;

  constructor(facts: FieldFacts, zero: Zero) {
    this.list = listOf(facts);
    this.atomicMap = facts.atomic === true;
    this.quantity = facts.quantity;
    this.duration = facts.duration;
    this.bytes = facts.bytes;
    this.assigned = facts.assigned;
    this.zeroOmitted = zero === 'omitted';
    this.zeroShown = zero === 'shown';
    if (facts.default !== undefined) this.defaults = defaultsOf(facts.default);
    this.freeKeys =
      facts.map === true || Boolean(facts.bytes || facts.quantity);
    if (facts.bytes) {
      this.#value = BYTES;
    } else if (facts.quantity) {
      this.#value = facts.assigned ? ASSIGNED_QUANTITY : QUANTITY;
    } else {
      this.#value = facts.type ? structType(facts.type) : PLAIN;
    }
  }

  get item(): FieldType {
    return this.#value;
  }

  field(key: string): FieldType {
    return this.freeKeys ? this.#value : this.#value.field(key);
  }
}

const structs = new Map<string, StructType>();

/** The type of a struct by its name in the table. */
export function structType(name: string): FieldType {
  let type = structs.get(name);
  if (!type) {
    type = new StructType(name);
    structs.set(name, type);
  }
  return type;
}

function plainType(zero: Zero): FieldType {
  if (zero === undefined) return PLAIN;
  return zero === 'omitted' ? ZERO_OMITTED : ZERO_SHOWN;
}

function fieldTypes(name: string): ReadonlyMap<string, FieldType> {
  const zero = zeroFields(name);
  const types = new Map<string, FieldType>();
  for (const field of fieldNames(name)) {
    const facts = factsOf(name, field);
    const kind = zero.get(field);
    const isMap = isFreeMap(name, field);
    types.set(
      field,
      facts || isMap
        ? new TableField({ ...facts, map: isMap }, kind)
        : plainType(kind),
    );
  }
  return types;
}
