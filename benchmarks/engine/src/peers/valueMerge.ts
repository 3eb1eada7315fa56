import equal from 'fast-deep-equal';
import { parse, parseDocument, Document } from 'yaml';
import { MergePeer } from './types';

type Path = readonly string[];
type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

class Conflict extends Error {}

/** Writes into the target what changed from base to source. */
function mergeInto(
  target: Document,
  path: Path,
  base: unknown,
  source: unknown,
  now: unknown,
): void {
  if (equal(base, source) || equal(source, now)) return;
  if (isFields(source) && isFields(now)) {
    const before = isFields(base) ? base : {};
    const keys = new Set([...Object.keys(before), ...Object.keys(source)]);
    for (const key of keys) {
      const values = [before[key], source[key], now[key]] as const;
      mergeInto(target, [...path, key], ...values);
    }
    return;
  }
  if (!equal(base, now)) throw new Conflict(path.join('.'));
  if (source === undefined) target.deleteIn(path);
  else target.setIn(path, source);
}

/** The merge that one writes first: values by key, lists whole, then toString. */
export const valueMerge: MergePeer = {
  name: 'yaml: merge values, toString',
  merge({ base, source, target }) {
    const document = parseDocument(target);
    try {
      const values = [parse(base), parse(source), document.toJS()] as const;
      mergeInto(document, [], ...values);
    } catch {
      return undefined;
    }
    return document.toString();
  },
};

/** Only reading and writing: what going through `yaml` costs. */
export const rewrite: MergePeer = {
  name: 'yaml parseDocument, toString',
  merge: ({ target }) => parseDocument(target).toString(),
};
