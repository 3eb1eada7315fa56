import { formatPath, parsePath } from '../fields';

type Part = { readonly any: 'one' | 'depth' } | { readonly step: string };

/** Steps of a path as text, each as it stands in the whole path. */
function steps(path: string): string[] | undefined {
  return parsePath(path)?.map(step => formatPath([step]));
}

/** Stars are not plain keys of a path, so they are written as quoted keys to be read. */
function parseGlob(glob: string): Part[] | undefined {
  const quoted = glob
    .replace(/\[\*\]/g, '["*"]')
    .replace(/(^|\.)(\*{1,2})(?=\.|\[|$)/g, '["$2"]');
  return steps(quoted)?.map(step => {
    if (step === '["**"]') return { any: 'depth' };
    return step === '["*"]' ? { any: 'one' } : { step };
  });
}

function matches(parts: readonly Part[], path: readonly string[]): boolean {
  if (parts.length === 0) return true;
  const [first, ...rest] = parts;
  if ('any' in first && first.any === 'depth') {
    return (
      path.some((_, index) => matches(rest, path.slice(index))) ||
      rest.length === 0
    );
  }
  if (path.length === 0) return false;
  const fits = 'any' in first || first.step === path[0];
  return fits && matches(rest, path.slice(1));
}

/**
 * A test whether one of the globs covers a path: `*` is one key, `**` any
 * depth, and a match covers everything below it. A glob that cannot be read
 * matches its own text only.
 */
export function pathMatcher(
  globs: readonly string[] | undefined,
): (path: string) => boolean {
  const parsed = (globs ?? []).map(glob => ({ glob, parts: parseGlob(glob) }));
  return path => {
    const parts = steps(path);
    return parsed.some(({ glob, parts: wanted }) =>
      wanted && parts ? matches(wanted, parts) : glob === path,
    );
  };
}
