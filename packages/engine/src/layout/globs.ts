import { compilePattern, Matcher } from './patterns';

/**
 * gobwas/glob without separators, the include and exclude of a directory
 * source: `*` and `?` match `/` as well; `{a,b}`, `[ab]`, `[!ab]`.
 */
export function directoryGlob(pattern: string): Matcher {
  return compilePattern(pattern, {
    wild: () => true,
    negations: '!',
    classes: 'gobwas',
    alternatives: true,
  });
}

/**
 * Go's path.Match, the directories of a git generator: no wildcard leaves its
 * segment.
 */
export function pathMatch(pattern: string): Matcher {
  return compilePattern(pattern, {
    wild: char => char !== '/',
    negations: '^',
    classes: 'go',
    alternatives: false,
  });
}

/**
 * A Git pathspec, the files of a git generator: `*` crosses `/`; a path
 * without wildcards also names everything below it.
 */
export function pathspec(pattern: string): Matcher {
  const written = pattern.replace(/^(?:\.\/)+/, '');
  if (!/[*?[\\]/.test(written)) {
    const path = written.replace(/\/+$/, '');
    if (path === '' || path === '.') return () => true;
    return text => text === path || text.startsWith(`${path}/`);
  }
  return compilePattern(written, {
    wild: () => true,
    negations: '!^',
    classes: 'git',
    alternatives: false,
  });
}
