import { isObject, Json, JsonObject } from '../../fields';
import { GeneratorFailure } from './types';

const DIRECTIVE = '$patch';

function withoutDirective(value: JsonObject): JsonObject {
  const { [DIRECTIVE]: _directive, ...rest } = value;
  return rest;
}

/** What is new takes nothing out, so its nulls mean nothing. */
function withoutNulls(value: Json): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => item !== null && key !== DIRECTIVE)
      .map(([key, item]) => [key, withoutNulls(item)]),
  );
}

/**
 * Kubernetes' strategic merge patch for an Application, which has no list
 * that is merged: maps are merged, everything else is replaced, `$patch`
 * replaces or deletes a map.
 */
export function strategicMerge(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const directive = patch[DIRECTIVE];
  if (directive === 'replace') return withoutDirective(patch);
  if (directive === 'delete') return {};
  if (directive !== undefined && directive !== 'merge') {
    throw new GeneratorFailure('templatePatch has an unknown $patch');
  }
  if (!isObject(target)) return withoutNulls(patch);
  const merged: { [key: string]: Json } = { ...target };
  for (const [key, value] of Object.entries(withoutDirective(patch))) {
    if (value === null) delete merged[key];
    else if (Object.hasOwn(merged, key)) {
      merged[key] = strategicMerge(merged[key], value);
    } else merged[key] = withoutNulls(value);
  }
  return merged;
}
