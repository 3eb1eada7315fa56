import { FieldPath, PathStep } from './path';
import { fitsWildcard } from './wildcard';

type StepTest = (step: PathStep) => boolean;
/** `**` stands for any number of steps, at the end for at least one. */
type GlobStep = StepTest | 'deep';

/** Path globs made ready for many paths. */
export interface PathGlobs {
  /** The glob that matches the path or something above it. */
  match(path: FieldPath): string | undefined;
}

/** Steps of a glob: text between dots, text in brackets kept with them. */
function splitGlob(glob: string): string[] {
  const steps = glob.match(/\[(?:"(?:[^"\\]|\\.)*"|[^\]"])*\]|[^.[]+/g);
  return steps ?? [];
}

function stepText(step: PathStep): string {
  switch (step.type) {
    case 'key':
      return step.key;
    case 'item':
      return step.keys.map(([name, value]) => `${name}=${value}`).join();
    case 'member':
      return `=${JSON.stringify(step.value)}`;
    default:
      return String(step.index);
  }
}

function compileStep(text: string): GlobStep {
  if (text === '**') return 'deep';
  if (text === '*' || text === '[*]') return () => true;
  if (!text.startsWith('[')) {
    if (!text.includes('*')) return step => stepText(step) === text;
    return step => fitsWildcard(text, stepText(step));
  }
  const inside = text.slice(1, -1);
  if (inside.startsWith('"')) {
    const key = unquote(inside);
    return step => step.type === 'key' && step.key === key;
  }
  return step => step.type !== 'key' && fitsWildcard(inside, stepText(step));
}

function unquote(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

function covers(glob: readonly GlobStep[], path: FieldPath): boolean {
  // reachable[i]: the first i steps of the glob match the path so far.
  let reachable = new Set([0]);
  const settle = (states: Set<number>) => {
    for (const state of states) {
      if (glob[state] === 'deep' && state + 1 < glob.length) {
        states.add(state + 1);
      }
    }
    return states;
  };
  settle(reachable);
  for (const step of path) {
    if (reachable.has(glob.length)) return true;
    const next = new Set<number>();
    for (const state of reachable) {
      const test = glob[state];
      if (test === 'deep') {
        next.add(state);
        if (state + 1 === glob.length) next.add(glob.length);
      } else if (test(step)) {
        next.add(state + 1);
      }
    }
    reachable = settle(next);
  }
  return reachable.has(glob.length);
}

/**
 * Globs over field paths: `*` is one key (or a part of one), `[*]` any item,
 * `**` any depth. A match covers everything below it.
 */
export function compileGlobs(globs: readonly string[]): PathGlobs {
  const compiled = globs.map(text => ({
    text,
    steps: splitGlob(text).map(compileStep),
  }));
  return {
    match: path =>
      compiled.find(({ steps }) => steps.length > 0 && covers(steps, path))
        ?.text,
  };
}
