import { applyChanges } from '../diff';
import { getAt, isObject, Json, JsonObject, parsePath } from '../fields';
import { editDocument } from './edit/editDocument';
import { EditError } from './errors';

/** The value with other values at paths that it has; what it lacks stays out. */
export function withValues(
  value: JsonObject,
  values: Readonly<Record<string, Json>> = {},
): JsonObject {
  let result = value;
  for (const [text, right] of Object.entries(values)) {
    const path = parsePath(text);
    if (!path) throw new EditError('invalid-path', `${text} is no field path`);
    const left = getAt(result, path);
    if (left === undefined) continue;
    result = applyChanges([{ type: 'changed', path, left, right }], result);
  }
  return result;
}

/** A document of the source as the target gets it, with its own values set. */
export function firstCopy(
  text: string,
  value: Json,
  values?: Readonly<Record<string, Json>>,
): { text: string; value: Json } {
  const wanted = isObject(value) ? withValues(value, values) : value;
  return { text: editDocument(text, { document: 0, wanted }), value: wanted };
}
