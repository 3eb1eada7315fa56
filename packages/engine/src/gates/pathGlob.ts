import { FieldPath, compileGlobs } from '../fields';

/** A test whether one of the globs covers a path; none covers nothing. */
export function pathMatcher(
  globs: readonly string[] | undefined,
): (path: FieldPath) => boolean {
  const compiled = compileGlobs(globs ?? []);
  return path => compiled.match(path) !== undefined;
}
