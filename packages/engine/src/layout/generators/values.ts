import { isObject, Json } from '../../fields';
import { GoMap, Value } from '../goTemplate';
import { GeneratorContext, Parameters } from './types';

/**
 * Adds the `values` of a generator to a set of parameters. They may use the
 * parameters, but not each other.
 */
export function withValues(
  context: GeneratorContext,
  parameters: Parameters,
  values: Json | undefined,
): Parameters {
  const filled = new Map<string, Value>();
  for (const [key, value] of Object.entries(isObject(values) ? values : {})) {
    const written = typeof value === 'string' ? value : '';
    const text = context.templates.text(written, parameters);
    filled.set(context.goTemplate ? key : `values.${key}`, text);
  }
  if (filled.size === 0) return parameters;
  const added = context.goTemplate
    ? [['values', new GoMap(filled, 'string')] as const]
    : filled;
  return new GoMap(new Map([...parameters.entries, ...added]));
}
