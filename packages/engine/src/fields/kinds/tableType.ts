import { Json } from '../json';
import { ListKind } from '../lists';
import kubernetesTypes from './data/kubernetesTypes.json';
import zeroValues from './data/zeroValues.json';
import { defaultsOf, FieldFacts, TypeTable } from './facts';
import { OWN_TYPES, OWN_ZERO_OMITTED } from './ownFacts';
import { FieldType } from './types';

const TABLE = kubernetesTypes.types as unknown as TypeTable;
type FieldNames = Readonly<Record<string, readonly string[]>>;

const OMITTED: FieldNames = zeroValues.omitted;
const SHOWN: FieldNames = zeroValues.shown;

function factsOf(type: string, field: string): FieldFacts | undefined {
  const recorded = own(own(TABLE, type), field);
  const ours = own(own(OWN_TYPES, type), field);
  return recorded && ours ? { ...recorded, ...ours } : recorded ?? ours;
}

function own<T>(
  table: Readonly<Record<string, T>> | undefined,
  key: string,
): T | undefined {
  return table && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** What the server makes of a field's zero value, if it cannot keep it. */
type Zero = 'omitted' | 'shown' | undefined;

function zeroFields(type: string): ReadonlyMap<string, Zero> {
  const zeros = new Map<string, Zero>();
  for (const field of own(SHOWN, type) ?? []) zeros.set(field, 'shown');
  const omitted = [
    ...(own(OMITTED, type) ?? []),
    ...(own(OWN_ZERO_OMITTED, type) ?? []),
  ];
  for (const field of omitted) zeros.set(field, 'omitted');
  return zeros;
}

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
  readonly #map: boolean;
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
    this.#map = facts.map === true;
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
    return this.#map || this.quantity || this.bytes
      ? this.#value
      : this.#value.field(key);
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
  const names = new Set([
    ...Object.keys(own(TABLE, name) ?? {}),
    ...Object.keys(own(OWN_TYPES, name) ?? {}),
    ...zero.keys(),
  ]);
  const types = new Map<string, FieldType>();
  for (const field of names) {
    const facts = factsOf(name, field);
    const kind = zero.get(field);
    types.set(field, facts ? new TableField(facts, kind) : plainType(kind));
  }
  return types;
}
