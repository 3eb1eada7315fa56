import { canonicalQuantity } from '../canonicalQuantity';
import { isList, isObject, Json, JsonObject, setKey } from '../json';
import { defaultAt, Place } from './conditionalDefaults';
import { FieldFacts } from './facts';
import {
  factsOf,
  fieldNames,
  isFreeMap,
  isZero,
  kindStruct,
  nullFields,
  zeroFields,
} from './table';
import { gvkOf } from './typeOf';
import { GroupVersionKind } from './types';

type Draft = Record<string, Json>;

/** Fills in what a map lacks of a default that is a map. */
function withMissing(value: Json | undefined, filled: Json): Json {
  if (value === undefined) return filled;
  if (!isObject(value) || !isObject(filled)) return value;
  const result: Draft = { ...value };
  for (const key of Object.keys(filled)) {
    setKey(result, key, withMissing(result[key], filled[key]));
  }
  return result;
}

function mapValues(
  value: JsonObject,
  change: (item: Json) => Json,
): JsonObject {
  const result: Draft = {};
  for (const key of Object.keys(value)) setKey(result, key, change(value[key]));
  return result;
}

class Server {
  readonly #kind: string;

  constructor(kind: string) {
    this.#kind = kind;
  }

  struct(value: JsonObject, name: string): JsonObject {
    const kept: Draft = {};
    const zeros = zeroFields(name);
    for (const key of Object.keys(value)) {
      const field = value[key];
      if (field === null || (isList(field) && field.length === 0)) continue;
      if (zeros.get(key) === 'omitted' && isZero(field)) continue;
      const isMap = isFreeMap(name, key);
      if (isMap && isObject(field) && Object.keys(field).length === 0) continue;
      setKey(kept, key, this.#field(field, factsOf(name, key), isMap));
    }
    for (const key of fieldNames(name)) {
      this.#fill(kept, { struct: name, field: key, kind: this.#kind });
    }
    return kept;
  }

  #field(value: Json, facts: FieldFacts | undefined, isMap: boolean): Json {
    if (isList(value)) {
      return value.map(item => this.#item(item, facts));
    }
    if (!isObject(value)) {
      return facts?.quantity ? canonicalQuantity(value) : value;
    }
    return isMap || facts?.quantity
      ? mapValues(value, item => this.#item(item, facts))
      : this.#item(value, facts);
  }

  #item(value: Json, facts: FieldFacts | undefined): Json {
    // Nothing in a map of strings is an empty string.
    if (value === null && facts?.type === undefined) return '';
    if (facts?.quantity && !isObject(value)) return canonicalQuantity(value);
    return isObject(value) && facts?.type
      ? this.struct(value, facts.type)
      : value;
  }

  /** A struct that is no pointer is always there. */
  #always({ struct, field }: Place): Json | undefined {
    const isShown = zeroFields(struct).get(field) === 'shown';
    return isShown && factsOf(struct, field)?.type ? {} : undefined;
  }

  #fill(kept: Draft, place: Place): void {
    const given = defaultAt(place, kept) ?? this.#always(place);
    if (given === undefined) return;
    const current = Object.hasOwn(kept, place.field)
      ? kept[place.field]
      : undefined;
    const isUnset =
      current === undefined ||
      (isZero(current) && zeroFields(place.struct).has(place.field));
    if (!isUnset && !isObject(current)) return;
    const filled = withMissing(isUnset ? undefined : current, given);
    const facts = factsOf(place.struct, place.field);
    setKey(
      kept,
      place.field,
      this.#field(filled, facts, isFreeMap(place.struct, place.field)),
    );
  }
}

/**
 * An object of a built-in kind as the API server shows it once it is applied:
 * without nulls and zeros that its types leave out, quantities in their
 * canonical form, defaults filled in. What only a running cluster can choose
 * (addresses, uids) is left out. Custom resources are returned as they are.
 */
export function asServed(object: JsonObject): JsonObject {
  const gvk = gvkOf(object);
  const name = kindStruct(gvk);
  return name ? new Server(gvk.kind).struct(object, name) : object;
}

function emptyStruct(name: string, depth: number): JsonObject {
  const result: Draft = {};
  for (const field of nullFields(name)) setKey(result, field, null);
  for (const [field, zero] of zeroFields(name)) {
    const type = factsOf(name, field)?.type;
    if (zero !== 'shown' || type === undefined || depth === 0) continue;
    setKey(result, field, emptyStruct(type, depth - 1));
  }
  return result;
}

// No kind has structs that are no pointers in more levels than this.
const DEEPEST = 10;

/**
 * The parts of an object of a built-in kind that are there before anybody gives
 * them: structs that are no pointers, and nulls. Whoever creates the object
 * does not own these containers. Undefined for a custom kind.
 */
export function emptyObject(gvk: GroupVersionKind): JsonObject | undefined {
  const name = kindStruct(gvk);
  return name === undefined ? undefined : emptyStruct(name, DEEPEST);
}
