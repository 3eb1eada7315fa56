import {
  FieldPath,
  FieldType,
  isList,
  isObject,
  isZero,
  Json,
  JsonObject,
  keyItems,
} from '../fields';
import { matchBags } from './bags';
import {
  isFilledIn,
  narrowDefaults,
  NO_DEFAULTS,
  withDefaults,
} from './defaults';
import { isDerived, Sides } from './derived';
import { equalsAbsent, isEmpty, leavesBundleOpen, saysNothing } from './empty';
import { PathStack } from './pathStack';
import { sameLeaf } from './sameLeaf';

/** A path of Git that is not so in the live object. */
export interface Difference {
  readonly kind: 'changed' | 'removed';
  readonly path: FieldPath;
  readonly desired: Json;
  readonly live?: Json;
}

/** The highest path of the live object that Git does not have. */
export interface LiveOnly {
  readonly path: FieldPath;
  readonly value: Json;
  readonly type: FieldType;
  /** What the server fills in here according to a field above. */
  readonly defaults: readonly Json[];
  /** Git says null here: no opinion on the value, but not removed either. */
  readonly isNullInGit: boolean;
  /**
   * The place is inside an atomic list that Git has, which is where a
   * difference would be reported.
   */
  readonly list?: {
    readonly path: FieldPath;
    readonly desired: Json;
    readonly live: Json;
  };
}

export interface Comparison {
  readonly differences: readonly Difference[];
  readonly liveOnly: readonly LiveOnly[];
}

class SubsetWalk {
  readonly differences: Difference[] = [];
  readonly liveOnly: LiveOnly[] = [];
  readonly #path = new PathStack();
  readonly #sides?: Sides;
  #list: LiveOnly['list'];

  constructor(sides?: Sides) {
    this.#sides = sides;
  }

  compareMaps(
    desired: JsonObject,
    live: JsonObject,
    type: FieldType,
    defaults: readonly Json[],
  ): void {
    for (const key of Object.keys(desired)) {
      const value = desired[key];
      if (value === null) continue;
      const found = Object.hasOwn(live, key) ? live[key] : undefined;
      if (leavesBundleOpen(key, value)) continue;
      this.#path.push(key);
      this.compare(
        value,
        found,
        type.field(key),
        narrowDefaults(defaults, key),
      );
      this.#path.pop();
    }
    for (const key of Object.keys(live)) {
      const value = live[key];
      const given = Object.hasOwn(desired, key) ? desired[key] : undefined;
      if (value === null || (given !== undefined && given !== null)) continue;
      // What a map of strings makes of a null.
      if (given === null && value === '') continue;
      this.#path.push(key);
      this.#addLiveOnly(
        value,
        type.field(key),
        narrowDefaults(defaults, key),
        given === null,
      );
      this.#path.pop();
    }
  }

  compare(
    desired: Json,
    live: Json | undefined,
    type: FieldType,
    above: readonly Json[],
  ): void {
    if (live === undefined || live === null) {
      if (equalsAbsent(desired, type)) return;
      // A list that somebody emptied is shown as null, and is somebody's.
      if (live === null) this.#addDifference('changed', desired, live);
      else this.#addDifference('removed', desired);
      return;
    }
    if (isObject(desired) && isObject(live)) {
      this.compareMaps(desired, live, type, withDefaults(above, type));
    } else if (isList(desired) && isList(live)) {
      if (desired.length > 0 || !isFilledIn(live, type, above)) {
        this.#compareLists(desired, live, type);
      }
    } else if (
      isObject(desired) ||
      isList(desired) ||
      typeof live === 'object'
    ) {
      if (!isEmpty(desired) || !isEmpty(live)) {
        this.#addDifference('changed', desired, live);
      }
    } else if (
      !sameLeaf(desired, live, type) &&
      !this.#isUnset(desired, live, type, above)
    ) {
      this.#addDifference('changed', desired, live);
    }
  }

  /** Git's zero is no value for such a field: the server fills in its own. */
  #isUnset(
    desired: Json,
    live: Json,
    type: FieldType,
    above: readonly Json[],
  ): boolean {
    if (!(type.zeroOmitted || type.zeroShown) || !isZero(desired)) return false;
    return (
      isFilledIn(live, type, above) ||
      (this.#sides !== undefined &&
        isDerived(this.#path.path(), live, this.#sides))
    );
  }

  #compareLists(
    desired: readonly Json[],
    live: readonly Json[],
    type: FieldType,
  ): void {
    const kind = type.list;
    if (kind?.type === 'keyed' || kind?.type === 'set') {
      const wanted = keyItems(desired, kind);
      const found = wanted && keyItems(live, kind);
      if (wanted && found) {
        for (const [key, { step, value }] of wanted) {
          const item = found.get(key);
          this.#path.push(step);
          if (item) this.compare(value, item.value, type.item, NO_DEFAULTS);
          else this.#addDifference('removed', value);
          this.#path.pop();
        }
        for (const [key, { step, value }] of found) {
          if (wanted.has(key)) continue;
          this.#path.push(step);
          this.#addLiveOnly(value, type.item, NO_DEFAULTS, false);
          this.#path.pop();
        }
        return;
      }
    }
    const elements =
      kind?.type === 'bag' ? inOrderOf(desired, live, type.item) : live;
    // A second address or address family, after those that Git asks for.
    const isLonger = type.assigned === true && desired.length < live.length;
    if (
      (desired.length !== live.length && !isLonger) ||
      !elements ||
      !this.#sameElements(desired, elements, type.item)
    ) {
      this.#addDifference('changed', desired, live);
    }
  }

  /**
   * Element by element, so that a default filled in inside one is no
   * difference. What the elements have beyond Git is kept for the list as a
   * whole: an atomic list has one path, the outermost one's.
   */
  #sameElements(
    desired: readonly Json[],
    live: readonly Json[],
    item: FieldType,
  ): boolean {
    const differences = this.differences.length;
    const liveOnly = this.liveOnly.length;
    const outer = this.#list;
    this.#list ??= { path: this.#path.path(), desired, live };
    for (let index = 0; index < desired.length; index++) {
      const value = desired[index];
      this.#path.push({ type: 'index', index });
      if (value === null ? live[index] !== null : live[index] === null) {
        this.#addDifference('changed', value, live[index]);
      } else if (value !== null) {
        this.compare(value, live[index], item, NO_DEFAULTS);
      }
      this.#path.pop();
      if (this.differences.length > differences) break;
    }
    this.#list = outer;
    const same = this.differences.length === differences;
    if (!same) {
      this.differences.length = differences;
      this.liveOnly.length = liveOnly;
    }
    return same;
  }

  #addDifference(kind: Difference['kind'], desired: Json, live?: Json): void {
    this.differences.push({ kind, path: this.#path.path(), desired, live });
  }

  #addLiveOnly(
    value: Json,
    type: FieldType,
    defaults: readonly Json[],
    isNullInGit: boolean,
  ): void {
    if (saysNothing(value, type)) return;
    const list = this.#list;
    const path = this.#path.path();
    this.liveOnly.push({ path, value, type, defaults, isNullInGit, list });
  }
}

/** The items of a bag in the order of those of Git that they answer to. */
function inOrderOf(
  desired: readonly Json[],
  live: readonly Json[],
  item: FieldType,
): readonly Json[] | undefined {
  if (desired.length !== live.length) return undefined;
  const match = matchBags(desired, live, (left, right) =>
    isWithin(left, right, item),
  );
  return match?.map(index => live[index]);
}

/** True if everything that the left value says is so in the right one. */
export function isWithin(
  desired: Json,
  live: Json | undefined,
  type: FieldType,
): boolean {
  const walk = new SubsetWalk();
  walk.compare(desired, live, type, NO_DEFAULTS);
  return walk.differences.length === 0;
}

/**
 * Looks for Git's object within the live one: every path of Git must be equal
 * there. Paths of the live object alone are listed, not judged.
 */
export function compareToLive(
  desired: JsonObject,
  live: JsonObject,
  type: FieldType,
): Comparison {
  const walk = new SubsetWalk({ desired, live });
  walk.compareMaps(desired, live, type, NO_DEFAULTS);
  return walk;
}
