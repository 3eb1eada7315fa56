import { Json, JsonObject } from '../../fields';
import { LayoutContext } from '../context';
import { ParameterTemplates } from './templates';

/** One set of parameters: text only without goTemplate. */
export type Parameters = JsonObject;

/** Anything for which Argo CD would generate nothing at all from the set. */
export class GeneratorFailure extends Error {}

/** A generator whose answer is not in the repository. */
export class UnsupportedGenerator extends Error {}

/** What the generators of one ApplicationSet share. */
export interface GeneratorContext {
  readonly layout: LayoutContext;
  readonly goTemplate: boolean;
  readonly templates: ParameterTemplates;
}

export function textOr(value: Json | undefined, otherwise = ''): string {
  return typeof value === 'string' ? value : otherwise;
}
