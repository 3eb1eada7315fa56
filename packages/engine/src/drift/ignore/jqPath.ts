import {
  FieldPath,
  getKey,
  isList,
  isObject,
  Json,
  PathStep,
  sameScalar,
} from '../../fields';

/** One step of a path expression, the native subset of jq. */
export type JqStep =
  | { readonly type: 'key'; readonly key: string; readonly optional: boolean }
  | {
      readonly type: 'index';
      readonly index: number;
      readonly optional: boolean;
    }
  | { readonly type: 'each'; readonly optional: boolean }
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
  const [, all, bracket, index, name, quoted, mark] = match;
  const optional = mark !== '';
  if (all !== undefined) return { type: 'each', optional };
  if (index !== undefined) {
    return { type: 'index', index: Number(index), optional };
  }
  const key = name ?? unquote(bracket ?? quoted);
  return key === undefined ? undefined : { type: 'key', key, optional };
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
  readonly path: readonly PathStep[];
  /** null where nothing is, as in jq. */
  readonly value: Json;
  readonly exists: boolean;
}

/** jq ends with an error: for Argo CD the rule then does nothing. */
class JqFailure extends Error {}

function atKey({ path, value, exists }: Place, key: string): Place {
  if (!isObject(value) && value !== null) throw new JqFailure();
  const found = isObject(value) ? getKey(value, key) : undefined;
  return {
    path: [...path, { type: 'key', key }],
    value: found ?? null,
    exists: exists && found !== undefined,
  };
}

function atIndex({ path, value, exists }: Place, written: number): Place {
  if (!isList(value) && value !== null) throw new JqFailure();
  const list = value ?? [];
  const index = written < 0 ? list.length + written : written;
  return {
    path: [...path, { type: 'index', index }],
    value: list[index] ?? null,
    exists: exists && index >= 0 && index < list.length,
  };
}

function each(place: Place): Place[] {
  const { value } = place;
  if (isList(value)) return value.map((_, index) => atIndex(place, index));
  if (!isObject(value)) throw new JqFailure();
  return Object.keys(value).map(key => atKey(place, key));
}

function follow(place: Place, step: JqStep): Place[] {
  switch (step.type) {
    case 'key':
      return [atKey(place, step.key)];
    case 'index':
      return [atIndex(place, step.index)];
    case 'each':
      return each(place);
    default: {
      const found = step.path.reduce(atKey, place);
      return sameScalar(found.value, step.equals) ? [place] : [];
    }
  }
}

/** A step with `?` passes over the places that it cannot be taken from. */
function followOptional(place: Place, step: JqStep): Place[] {
  if (step.type === 'select' || !step.optional) return follow(place, step);
  try {
    return follow(place, step);
  } catch (error) {
    if (error instanceof JqFailure) return [];
    throw error;
  }
}

/**
 * The places of an object that a path expression selects. None at all if jq
 * would end with an error, e.g. for `.a[]` where `a` is missing: Argo CD then
 * leaves the object as it is (util/argo/normalizers/diff_normalizer.go).
 */
export function resolveJqPath(
  steps: readonly JqStep[],
  object: Json,
): FieldPath[] {
  let places: Place[] = [{ path: [], value: object, exists: true }];
  try {
    for (const step of steps) {
      places = places.flatMap(place => followOptional(place, step));
    }
  } catch (error) {
    if (error instanceof JqFailure) return [];
    throw error;
  }
  return places.flatMap(({ path, exists }) => (exists ? [path] : []));
}
