import { FieldPath, FieldType } from '../fields';

/** A type in which some fields below are durations by configuration. */
class WithDurations implements FieldType {
  readonly #type: FieldType;
  readonly #below: readonly FieldPath[];

  constructor(type: FieldType, below: readonly FieldPath[]) {
    this.#type = type;
    this.#below = below;
  }

  get list() {
    return this.#type.list;
  }
  get atomicMap() {
    return this.#type.atomicMap;
  }
  get quantity() {
    return this.#type.quantity;
  }
  get duration() {
    return this.#type.duration || this.#below.some(path => path.length === 0);
  }
  get bytes() {
    return this.#type.bytes;
  }
  get keepsEmpty() {
    return this.#type.keepsEmpty;
  }
  get defaults() {
    return this.#type.defaults;
  }
  get assigned() {
    return this.#type.assigned;
  }
  get zeroOmitted() {
    return this.#type.zeroOmitted;
  }
  get zeroShown() {
    return this.#type.zeroShown;
  }
  get freeKeys() {
    return this.#type.freeKeys;
  }
  get known() {
    return this.#type.known;
  }

  get item(): FieldType {
    const below = this.#below.filter(
      ([step]) => step !== undefined && step.type !== 'key',
    );
    return narrowed(this.#type.item, below);
  }

  field(key: string): FieldType {
    const below = this.#below.filter(
      ([step]) => step?.type === 'key' && step.key === key,
    );
    return narrowed(this.#type.field(key), below);
  }
}

function narrowed(type: FieldType, below: readonly FieldPath[]): FieldType {
  return withDurations(
    type,
    below.map(path => path.slice(1)),
  );
}

/**
 * Adds fields that hold a Go duration to a type, for kinds whose schema does
 * not say so. Any item of a list fits an item step.
 */
export function withDurations(
  type: FieldType,
  paths: readonly FieldPath[] | undefined,
): FieldType {
  return paths && paths.length > 0 ? new WithDurations(type, paths) : type;
}
