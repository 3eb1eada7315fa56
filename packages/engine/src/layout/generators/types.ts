import { Json } from '../../fields';
import { GoMap } from '../goTemplate';
import { LayoutContext } from '../context';
import { ParameterTemplates } from './templates';

/**
 * One set of parameters. Values keep the types that Argo CD gives them: a
 * list of strings or a map of strings is another thing than one of anything.
 */
export type Parameters = GoMap;

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

/** A text field of a generator; the API server refuses other types. */
export function textField(value: Json | undefined, name: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  throw new GeneratorFailure(`${name} is not a string`);
}

/** Enough for any real set; a matrix of matrices ends here. */
const MAX_SETS = 10_000;

/** Throws {@link UnsupportedGenerator} if there are more sets than that. */
export function checkCount(count: number): void {
  if (count > MAX_SETS) {
    throw new UnsupportedGenerator(
      `it generates more than ${MAX_SETS} applications`,
    );
  }
}
