import {
  FieldPath,
  FieldType,
  isList,
  isObject,
  Json,
  keyItems,
  PathStep,
} from '../fields';
import {
  isFilledIn,
  narrowDefaults,
  NO_DEFAULTS,
  withDefaults,
} from './defaults';
import { isDerived, Sides } from './derived';
import { saysNothing } from './empty';
import { isOperational, metadataMap } from './operational';
import { LiveOnly } from './subset';

/** A live-only value that nothing but somebody's write explains. */
export interface Leaf {
  readonly path: FieldPath;
  readonly value: Json;
  readonly type: FieldType;
}

/** Leaves that would be reported at one path. */
export interface LeafGroup {
  readonly path: FieldPath;
  readonly value: Json;
  readonly leaves: readonly Leaf[];
  /** Why leaves were left out, if any were. */
  readonly filtered?: 'default' | 'operational';
}

class LeafWalk {
  readonly groups: LeafGroup[] = [];
  #leaves: Leaf[] = [];
  #filtered: LeafGroup['filtered'];
  readonly #sides: Sides;

  constructor(sides: Sides) {
    this.#sides = sides;
  }

  group(
    path: FieldPath,
    value: Json,
    type: FieldType,
    above: readonly Json[],
  ): void {
    if (this.#split(path, value, type, above)) return;
    this.#leaves = [];
    this.#filtered = undefined;
    this.#collect(path, value, type, above);
    const [leaves, filtered] = [this.#leaves, this.#filtered];
    if (leaves.length > 0 || filtered) {
      this.groups.push({ path, value, leaves, filtered });
    }
  }

  /** Keys of labels, annotations and finalizers are items of their own. */
  #split(
    path: FieldPath,
    value: Json,
    type: FieldType,
    above: readonly Json[],
  ): boolean {
    const last = path[path.length - 1];
    const isMetadata = last?.type === 'key' && last.key === 'metadata';
    if (!isMetadata && !metadataMap(path, path.length)) return false;
    if (isList(value)) {
      for (const member of value) {
        const step: PathStep = { type: 'member', value: member };
        this.group([...path, step], member, type.item, NO_DEFAULTS);
      }
      return true;
    }
    if (!isObject(value)) return false;
    const defaults = withDefaults(above, type);
    for (const key of Object.keys(value)) {
      this.group(
        [...path, { type: 'key', key }],
        value[key],
        type.field(key),
        narrowDefaults(defaults, key),
      );
    }
    return true;
  }

  #collect(
    path: FieldPath,
    value: Json,
    type: FieldType,
    above: readonly Json[],
  ): void {
    if (saysNothing(value, type)) return;
    const defaults = withDefaults(above, type);
    if (isFilledIn(value, type, above)) {
      this.#filtered ??= 'default';
      return;
    }
    if (isObject(value) && Object.keys(value).length > 0) {
      for (const key of Object.keys(value)) {
        this.#collect(
          [...path, { type: 'key', key }],
          value[key],
          type.field(key),
          narrowDefaults(defaults, key),
        );
      }
      return;
    }
    const items =
      isList(value) && type.list ? keyItems(value, type.list) : undefined;
    if (items && type.list?.type !== 'bag' && type.list?.type !== 'atomic') {
      for (const { step, value: item } of items.values()) {
        this.#collect([...path, step], item, type.item, NO_DEFAULTS);
      }
      return;
    }
    if (isOperational(path)) this.#filtered = 'operational';
    else if (isDerived(path, value, this.#sides)) this.#filtered ??= 'default';
    else this.#leaves.push({ path, value, type });
  }
}

/**
 * What of a live-only value somebody must have written: without operational
 * fields, defaults and values that the server chooses. The groups are the
 * paths at which it would be reported.
 */
export function leavesOf(liveOnly: LiveOnly, sides: Sides): LeafGroup[] {
  const walk = new LeafWalk(sides);
  const { path, value, type, defaults } = liveOnly;
  walk.group(path, value, type, defaults);
  return walk.groups;
}
