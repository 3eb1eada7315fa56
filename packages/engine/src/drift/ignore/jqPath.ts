import {
  FieldPath,
  getAt,
  isList,
  isObject,
  Json,
  PathStep,
  sameScalar,
} from '../../fields';

/** One step of a path expression, the native subset of jq. */
export type JqStep =
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'index'; readonly index: number }
  | { readonly type: 'each' }
  | {
      readonly type: 'select';
      readonly path: readonly string[];
      readonly equals: Json;
    };

const TOKEN =
  /\s*(?:(\.?\[\s*\])|\.?\[\s*("(?:[^"\\]|\\.)*")\s*\]|\.?\[\s*(-?\d+)\s*\]|\.([A-Za-z_]\w*)|\.("(?:[^"\\]|\\.)*"))(\?*)/y;
const SELECT =
  /\s*select\(\s*((?:\.[A-Za-z_]\w*|\.?\["(?:[^"\\]|\\.)*"\]|\."(?:[^"\\]|\\.)*")+)\s*==\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)\s*\)/y;
const PIPE = /\s*\|/y;
const IDENTITY = /\s*\.(?=\s*(?:\||$))/y;

function matchAt(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

function unquote(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function readToken(match: RegExpExecArray): JqStep | undefined {
  const [, each, bracket, index, name, quoted] = match;
  if (each !== undefined) return { type: 'each' };
  if (index !== undefined) {
    const position = Number(index);
    return position < 0 ? undefined : { type: 'index', index: position };
  }
  const key = name ?? unquote(bracket ?? quoted);
  return key === undefined ? undefined : { type: 'key', key };
}

function readSelect(match: RegExpExecArray): JqStep | undefined {
  const steps = parseJqPath(match[1]);
  if (!steps) return undefined;
  const path: string[] = [];
  for (const step of steps) {
    if (step.type !== 'key') return undefined;
    path.push(step.key);
  }
  try {
    return { type: 'select', path, equals: JSON.parse(match[2]) as Json };
  } catch {
    return undefined;
  }
}

/**
 * Reads a jq path expression of the subset that runs natively: keys, `[]`,
 * `[]?`, `["k"]`, `[0]` and `| select(.k == "v")`. Undefined for anything else.
 */
export function parseJqPath(text: string): JqStep[] | undefined {
  const steps: JqStep[] = [];
  const end = text.trimEnd().length;
  let at = 0;
  while (at < end) {
    const pipe = steps.length > 0 ? matchAt(PIPE, text, at) : undefined;
    if (pipe) at = endOf(pipe);
    const mayStart = pipe !== undefined || steps.length === 0;
    const identity = mayStart ? matchAt(IDENTITY, text, at) : undefined;
    const select = mayStart ? matchAt(SELECT, text, at) : undefined;
    const match = identity ?? select ?? matchAt(TOKEN, text, at);
    if (!match) return undefined;
    at = endOf(match);
    if (identity) continue;
    const step = select ? readSelect(select) : readToken(match);
    if (!step) return undefined;
    steps.push(step);
  }
  return steps.length > 0 ? steps : undefined;
}

interface Place {
  readonly path: PathStep[];
  readonly value: Json;
}

function follow(place: Place, step: JqStep): Place[] {
  const { path, value } = place;
  switch (step.type) {
    case 'key': {
      const next: PathStep = { type: 'key', key: step.key };
      const found = getAt(value, [next]);
      return found === undefined
        ? []
        : [{ path: [...path, next], value: found }];
    }
    case 'index': {
      if (!isList(value) || step.index >= value.length) return [];
      const next: PathStep = { type: 'index', index: step.index };
      return [{ path: [...path, next], value: value[step.index] }];
    }
    case 'each':
      if (isList(value)) {
        return value.map((item, index) => ({
          path: [...path, { type: 'index', index }],
          value: item,
        }));
      }
      if (!isObject(value)) return [];
      return Object.keys(value).map(key => ({
        path: [...path, { type: 'key', key }],
        value: value[key],
      }));
    default: {
      const found = getAt(
        value,
        step.path.map(key => ({ type: 'key' as const, key })),
      );
      return sameScalar(found ?? null, step.equals) ? [place] : [];
    }
  }
}

/** The places of an object that a path expression selects. */
export function resolveJqPath(
  steps: readonly JqStep[],
  object: Json,
): FieldPath[] {
  let places: Place[] = [{ path: [], value: object }];
  for (const step of steps) {
    places = places.flatMap(place => follow(place, step));
  }
  return places.map(({ path }) => path);
}
