import { isObject, Json, JsonObject } from '../../fields';
import { GeneratorContext, Parameters, textOr } from './types';

/**
 * Adds the `values` of a generator to a set of parameters. They may use the
 * parameters, but not each other.
 */
export function withValues(
  context: GeneratorContext,
  parameters: Parameters,
  values: Json | undefined,
): Parameters {
  if (!isObject(values) || Object.keys(values).length === 0) return parameters;
  const filled: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(values)) {
    const text = context.templates.text(textOr(value), parameters);
    filled[context.goTemplate ? key : `values.${key}`] = text;
  }
  const added: JsonObject = context.goTemplate ? { values: filled } : filled;
  return { ...parameters, ...added };
}
