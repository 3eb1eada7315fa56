import { JsonObject, JsonValue } from '@backstage/types';
import { isMap, listAt, mapAt, textAt } from '../kubernetes/objects';

/** A transform that cannot be made; its message is shown on the composite. */
export class TransformError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TransformError';
  }
}

function convert(value: JsonValue, type: string | undefined): JsonValue {
  switch (type) {
    case 'string':
      return typeof value === 'string' ? value : JSON.stringify(value);
    case 'int':
    case 'int64':
    case 'float64': {
      const number = typeof value === 'boolean' ? Number(value) : Number(value);
      if (Number.isNaN(number)) {
        throw new TransformError(
          `cannot convert ${JSON.stringify(value)} to ${type}`,
        );
      }
      return type === 'float64' ? number : Math.trunc(number);
    }
    case 'bool':
      return value === true || value === 'true' || value === 1;
    default:
      throw new TransformError(`conversion to ${type} is not supported`);
  }
}

function format(text: string, value: JsonValue): string {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replace(/%[svd]/, () => shown);
}

function changeText(value: JsonValue, rule: JsonObject): JsonValue {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const trim = textAt(rule, 'trim') ?? '';
  switch (rule.type ?? 'Format') {
    case 'Format':
      return format(textAt(rule, 'fmt') ?? '%s', value);
    case 'TrimSuffix':
      return trim && text.endsWith(trim) ? text.slice(0, -trim.length) : text;
    case 'TrimPrefix':
      return text.startsWith(trim) ? text.slice(trim.length) : text;
    case 'Convert':
      if (rule.convert === 'ToUpper') return text.toUpperCase();
      if (rule.convert === 'ToLower') return text.toLowerCase();
      break;
    default:
  }
  throw new TransformError(
    `string transform ${JSON.stringify(rule.type)} is not supported`,
  );
}

function multiply(value: JsonValue, rule: JsonObject): JsonValue {
  const factor = rule.multiply;
  if (typeof value !== 'number' || typeof factor !== 'number') {
    throw new TransformError(`cannot multiply ${JSON.stringify(value)}`);
  }
  return value * factor;
}

function applyOne(value: JsonValue, transform: JsonObject): JsonValue {
  switch (transform.type) {
    case 'map': {
      const map = mapAt(transform, 'map') ?? {};
      const found = map[String(value)];
      if (found === undefined) {
        throw new TransformError(
          `key ${JSON.stringify(value)} is not found in map`,
        );
      }
      return found;
    }
    case 'convert':
      return convert(value, textAt(transform, 'convert', 'toType'));
    case 'string':
      return changeText(value, mapAt(transform, 'string') ?? {});
    case 'math':
      return multiply(value, mapAt(transform, 'math') ?? {});
    default:
      throw new TransformError(
        `transform ${JSON.stringify(transform.type)} is not supported`,
      );
  }
}

/** A value after a patch's transforms. Throws TransformError. */
export function applyTransforms(
  value: JsonValue,
  patch: JsonObject,
): JsonValue {
  let result = value;
  for (const transform of listAt(patch, 'transforms').filter(isMap)) {
    result = applyOne(result, transform);
  }
  return result;
}
