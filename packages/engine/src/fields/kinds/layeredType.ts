import { Json } from '../json';
import { ListKind } from '../lists';
import { FieldType, UNKNOWN_TYPE } from './types';

/** Two sources of facts on one place; the upper one has the last word. */
class LayeredType implements FieldType {
  readonly list?: ListKind;
  readonly atomicMap?: boolean;
  readonly quantity?: boolean;
  readonly duration?: boolean;
  readonly bytes?: boolean;
  readonly defaults?: readonly Json[];
  readonly assigned?: boolean;
  readonly zeroOmitted?: boolean;
  readonly zeroShown?: boolean;
  readonly known?: boolean;
  readonly freeKeys?: boolean;
  readonly #upper: FieldType;
  readonly #lower: FieldType;
  #item?: FieldType;
  readonly #fields = new Map<string, FieldType>();

  constructor(upper: FieldType, lower: FieldType) {
    this.#upper = upper;
    this.#lower = lower;
    this.list = upper.list ?? lower.list;
    this.atomicMap = upper.atomicMap ?? lower.atomicMap;
    this.quantity = upper.quantity || lower.quantity;
    this.duration = upper.duration || lower.duration;
    this.bytes = upper.bytes || lower.bytes;
    this.defaults = upper.defaults ?? lower.defaults;
    this.assigned = upper.assigned || lower.assigned;
    this.zeroOmitted = upper.zeroOmitted || lower.zeroOmitted;
    this.zeroShown = upper.zeroShown || lower.zeroShown;
    this.known = upper.known || lower.known;
    this.freeKeys = upper.freeKeys || lower.freeKeys;
  }

  get item(): FieldType {
    this.#item ??= layeredType(this.#upper.item, this.#lower.item);
    return this.#item;
  }

  field(key: string): FieldType {
    let type = this.#fields.get(key);
    if (!type) {
      const upper = this.#upper.field(key);
      const lower = this.#lower.field(key);
      type = layeredType(upper, lower);
      // A bound on names: maps of labels and data have any number of keys.
      if (upper !== UNKNOWN_TYPE && this.#fields.size < 1000) {
        this.#fields.set(key, type);
      }
    }
    return type;
  }
}

/** What two sources say of one place together. */
export function layeredType(upper: FieldType, lower: FieldType): FieldType {
  if (upper === UNKNOWN_TYPE || upper === lower) return lower;
  if (lower === UNKNOWN_TYPE) return upper;
  return new LayeredType(upper, lower);
}
