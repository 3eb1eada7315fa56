import { TemplateError } from './errors';
import { GoMap, isGoObject, typeName, Value } from './values';

/** What a map answers for a key it has not: Go's missingkey option. */
export type MissingKey = 'default' | 'zero' | 'error';

function entry(map: GoMap, name: string, missingKey: MissingKey): Value {
  if (map.entries.has(name)) return map.entries.get(name);
  if (missingKey === 'error') {
    throw new TemplateError(`map has no entry for key "${name}"`);
  }
  if (missingKey === 'default') return undefined;
  return map.element === 'string' ? '' : null;
}

/** `value.name`, or a method of that name called with arguments. */
export function fieldOf(
  value: Value,
  name: string,
  args: readonly Value[],
  missingKey: MissingKey,
): Value {
  if (value === undefined) {
    if (missingKey !== 'error') return undefined;
    throw new TemplateError(`nil data; no entry for key "${name}"`);
  }
  if (value === null) {
    throw new TemplateError(`nil pointer evaluating interface {}.${name}`);
  }
  if (isGoObject(value)) return value.method(name, args);
  if (!(value instanceof GoMap)) {
    throw new TemplateError(
      `can't evaluate field ${name} in type ${typeName(value)}`,
    );
  }
  if (args.length > 0) {
    throw new TemplateError(`${name} is not a method but has arguments`);
  }
  return entry(value, name, missingKey);
}
