import { FieldPath, Json, JsonObject, isList, isObject } from '../fields';
import { itemStep } from './placeOf';
import { isEmbedded, itemSchema, keySchema } from './structural';
import { SchemaIssue } from './types';

/** Of the whole object the API server knows these without a schema. */
const TOP_LEVEL = new Set(['apiVersion', 'kind', 'metadata']);

/** Fields that a schema does not name: the API server would drop them. */
export function unknownFields(
  object: JsonObject,
  schema: JsonObject,
): SchemaIssue[] {
  const issues: SchemaIssue[] = [];
  const visit = (value: Json, type: JsonObject, path: FieldPath): void => {
    if (isList(value)) {
      const items = itemSchema(type);
      if (!items) return;
      value.forEach((item, index) =>
        visit(item, items, [...path, itemStep(type, item, index)]),
      );
      return;
    }
    if (!isObject(value)) return;
    const whole = path.length === 0 || isEmbedded(type);
    for (const key of Object.keys(value)) {
      if (whole && TOP_LEVEL.has(key)) continue;
      const place: FieldPath = [...path, { type: 'key', key }];
      const next = keySchema(type, key);
      if (next === undefined) {
        issues.push({
          code: 'unknown-field',
          path: place,
          message: 'is not in the definition, the API server would drop it',
          severity: 'warning',
        });
      } else if (next !== 'any') visit(value[key], next, place);
    }
  };
  visit(object, schema, []);
  return issues;
}
