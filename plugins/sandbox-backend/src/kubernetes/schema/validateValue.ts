import { JsonObject, JsonValue } from '@backstage/types';
import { isMap, listAt, mapAt, sameJson } from '../objects';
import { Cause } from '../status';

function typeOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') {
    return Number.isInteger(value) ? 'integer' : 'number';
  }
  return typeof value;
}

function quoted(value: JsonValue | undefined): string {
  return JSON.stringify(value);
}

function typeCause(
  value: JsonValue,
  schema: JsonObject,
  field: string,
): Cause | undefined {
  if (schema['x-kubernetes-int-or-string'] === true) {
    return ['integer', 'string'].includes(typeOf(value))
      ? undefined
      : {
          field,
          message: `Invalid value: ${quoted(
            value,
          )}: must be an integer or a string`,
        };
  }
  const wanted = schema.type;
  const actual = typeOf(value);
  if (typeof wanted !== 'string' || wanted === actual) return undefined;
  if (wanted === 'number' && actual === 'integer') return undefined;
  if (actual === 'null' && schema.nullable === true) return undefined;
  return {
    field,
    reason: 'FieldValueTypeInvalid',
    message: `Invalid value: "${actual}": ${field} in body must be of type ${wanted}: "${actual}"`,
  };
}

function scalarCauses(
  value: JsonValue,
  schema: JsonObject,
  field: string,
): Cause[] {
  const causes: Cause[] = [];
  const refuse = (message: string, reason?: string) =>
    causes.push({ field, message, reason });
  const allowed = listAt(schema, 'enum');
  if (allowed.length > 0 && !allowed.some(item => sameJson(item, value))) {
    refuse(
      `Unsupported value: ${quoted(value)}: supported values: ${allowed
        .map(quoted)
        .join(', ')}`,
      'FieldValueNotSupported',
    );
  }
  const shown = `Invalid value: ${quoted(value)}: ${field} in body should`;
  if (typeof value === 'number') {
    const { minimum, maximum } = schema;
    if (typeof minimum === 'number' && value < minimum) {
      refuse(`${shown} be greater than or equal to ${minimum}`);
    }
    if (typeof maximum === 'number' && value > maximum) {
      refuse(`${shown} be less than or equal to ${maximum}`);
    }
  }
  if (typeof value === 'string') {
    const { pattern, minLength, maxLength } = schema;
    if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value)) {
      refuse(`${shown} match '${pattern}'`);
    }
    if (typeof minLength === 'number' && value.length < minLength) {
      refuse(`${shown} be at least ${minLength} chars long`);
    }
    if (typeof maxLength === 'number' && value.length > maxLength) {
      refuse(
        `Too long: may not be more than ${maxLength} bytes`,
        'FieldValueTooLong',
      );
    }
  }
  return causes;
}

/** Why a value does not fit a structural schema; empty if it does. */
export function validateValue(
  value: JsonValue | undefined,
  schema: JsonObject,
  field: string,
): Cause[] {
  if (value === undefined) return [];
  const wrongType = typeCause(value, schema, field || '<nil>');
  if (wrongType) return [wrongType];
  const causes = scalarCauses(value, schema, field);
  if (Array.isArray(value)) {
    const items = mapAt(schema, 'items');
    value.forEach((item, index) => {
      if (items)
        causes.push(...validateValue(item, items, `${field}[${index}]`));
    });
  } else if (isMap(value)) {
    const inside = (key: string) => (field ? `${field}.${key}` : key);
    for (const key of listAt(schema, 'required').map(String)) {
      if (value[key] === undefined) {
        causes.push({
          field: inside(key),
          message: 'Required value',
          reason: 'FieldValueRequired',
        });
      }
    }
    const values = mapAt(schema, 'additionalProperties');
    for (const [key, child] of Object.entries(value)) {
      const known = mapAt(schema, 'properties', key) ?? values;
      if (known) causes.push(...validateValue(child, known, inside(key)));
    }
  }
  return causes;
}
