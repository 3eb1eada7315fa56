import { FieldPath, formatPath, getKey, isObject, JsonObject } from '../fields';
import { Manifest } from '../manifests';

function* lost(
  winner: JsonObject,
  shadowed: JsonObject,
  path: FieldPath,
): Generator<FieldPath> {
  for (const key of Object.keys(shadowed)) {
    const at: FieldPath = [...path, { type: 'key', key }];
    const theirs = shadowed[key];
    const ours = getKey(winner, key);
    if (ours === undefined) yield at;
    else if (isObject(theirs) && isObject(ours)) yield* lost(ours, theirs, at);
  }
}

/**
 * The fields that a shadowed manifest gives and the one in force does not,
 * each at the highest path that is missing, as written paths.
 */
export function lostFields(winner: Manifest, shadowed: Manifest): string[] {
  return [...lost(winner.object, shadowed.object, [])].map(formatPath);
}
