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

const encoder = new TextEncoder();

/** One character for each byte, as Git compares them. */
function bytesOf(text: string): string {
  return Array.from(encoder.encode(text), byte =>
    String.fromCharCode(byte),
  ).join('');
}

const WILDCARD = /[*?[\\]/;

/** A path as Git normalizes it; undefined if it leaves the repository. */
function normalized(path: string): string | undefined {
  if (path.startsWith('/')) return undefined;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  const directory = /(?:^|\/)\.{0,2}$/.test(path) && parts.length > 0;
  return parts.join('/') + (directory ? '/' : '');
}

/**
 * A Git pathspec, the files of a git generator: `*` crosses `/`; a path also
 * names everything below it. `:!` and `:^` take what does not match, `:/` is
 * the root. Undefined if the path is outside of the repository.
 */
export function pathspec(pattern: string): Matcher | undefined {
  const [, magic = '', rest] = /^(?::([!^/]+):?)?([^]*)$/.exec(pattern)!;
  const path = normalized(rest);
  if (path === undefined) return undefined;
  const prefix = path === '' || path.endsWith('/') ? path : `${path}/`;
  const wild = WILDCARD.test(path)
    ? compilePattern(bytesOf(path), {
        wild: () => true,
        negations: '!^',
        classes: 'git',
        alternatives: false,
      })
    : () => false;
  const matches: Matcher = text =>
    text === path || text.startsWith(prefix) || wild(bytesOf(text));
  return /[!^]/.test(magic) ? text => !matches(text) : matches;
}
