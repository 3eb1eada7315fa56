import {
  FieldPath,
  indexOfStep,
  isList,
  isObject,
  Json,
  JsonObject,
  PathStep,
} from '../../fields';

/** Places to take out, as a tree over the keys and positions of one object. */
interface Cut {
  readonly below: Map<string | number, Cut>;
  isWhole: boolean;
}

function newCut(): Cut {
  return { below: new Map(), isWhole: false };
}

function position(value: Json, step: PathStep): string | number | undefined {
  if (step.type === 'key') return isObject(value) ? step.key : undefined;
  const index = isList(value) ? indexOfStep(value, step) : -1;
  return index < 0 ? undefined : index;
}

function child(value: Json, at: string | number): Json | undefined {
  if (typeof at === 'number') return isList(value) ? value[at] : undefined;
  return isObject(value) && Object.hasOwn(value, at) ? value[at] : undefined;
}

function mark(root: Cut, object: Json, path: FieldPath): void {
  let cut = root;
  let value: Json | undefined = object;
  for (const step of path) {
    const at: string | number | undefined =
      value === undefined ? undefined : position(value, step);
    if (at === undefined || value === undefined) return;
    const next: Cut = cut.below.get(at) ?? newCut();
    cut.below.set(at, next);
    cut = next;
    value = child(value, at);
  }
  cut.isWhole = true;
}

function prune(value: Json, cut: Cut): Json {
  if (isList(value)) {
    return value.flatMap((item, index) => {
      const below = cut.below.get(index);
      if (below?.isWhole) return [];
      return [below ? prune(item, below) : item];
    });
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value).flatMap(key => {
      const below = cut.below.get(key);
      if (below?.isWhole) return [];
      return [[key, below ? prune(value[key], below) : value[key]]];
    }),
  );
}

/** A copy of an object without the given paths. */
export function removePaths(
  object: JsonObject,
  paths: readonly FieldPath[],
): JsonObject {
  const root = newCut();
  for (const path of paths) mark(root, object, path);
  const pruned = prune(object, root);
  return isObject(pruned) ? pruned : object;
}
