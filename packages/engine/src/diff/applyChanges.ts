import { withinStack } from '../errors';
import {
  FieldPath,
  getKey,
  indexOfStep,
  isList,
  isObject,
  Json,
  JsonObject,
  PathStep,
  setKey,
} from '../fields';
import { Change } from './types';

type Edit = { readonly value: Json | undefined };

function withKey(object: JsonObject, key: string, value: Json): JsonObject {
  const copy: Record<string, Json> = { ...object };
  setKey(copy, key, value);
  return copy;
}

function removeKey(object: JsonObject, key: string): JsonObject {
  const { [key]: _, ...rest } = object;
  return rest;
}

function editList(
  list: readonly Json[],
  step: PathStep,
  rest: FieldPath,
  edit: Edit,
): readonly Json[] {
  const index = indexOfStep(list, step);
  const current = index < 0 ? undefined : list[index];
  const next = editAt(current, rest, edit);
  if (next === undefined) {
    return index < 0 ? list : list.filter((_, at) => at !== index);
  }
  if (index < 0) return [...list, next];
  return list.map((item, at) => (at === index ? next : item));
}

function editAt(
  value: Json | undefined,
  path: FieldPath,
  edit: Edit,
): Json | undefined {
  if (path.length === 0) return edit.value;
  const [step, ...rest] = path;
  if (step.type !== 'key') {
    return editList(isList(value) ? value : [], step, rest, edit);
  }
  const object = isObject(value) ? value : {};
  const next = editAt(getKey(object, step.key), rest, edit);
  return next === undefined
    ? removeKey(object, step.key)
    : withKey(object, step.key, next);
}

/**
 * Makes the left object what the right one was: for changes of
 * `diffObjects(left, right)` the result equals right, up to the order of keyed
 * lists and sets, where new items come last. `left` is not modified.
 *
 * @throws EngineError `too-deep` for paths beyond the stack.
 */
export function applyChanges(
  changes: readonly Change[],
  left: JsonObject,
): JsonObject {
  return withinStack(() => {
    let result: Json | undefined = left;
    for (const change of changes) {
      const value = change.type === 'onlyLeft' ? undefined : change.right;
      result = editAt(result, change.path, { value });
    }
    return isObject(result) ? result : {};
  });
}
