import {
  FieldPath,
  formatPath,
  getKey,
  Json,
  JsonObject,
  keyPath,
} from '@stagecraft/engine';

/** A printer column's place, if it is a plain path into the spec; other columns show what controllers report. */
export function columnPath(jsonPath: string): FieldPath | undefined {
  if (!/^\.spec(\.[A-Za-z_][\w-]*)+$/.test(jsonPath)) return undefined;
  return keyPath(...jsonPath.slice(1).split('.'));
}

/** The value at a path of mapping keys; undefined beyond a list. */
export function valueAt(object: JsonObject, path: FieldPath): Json | undefined {
  let value: Json | undefined = object;
  for (const step of path) {
    if (step.type !== 'key') return undefined;
    value = getKey(value, step.key);
  }
  return value;
}

/** Last step of a path: what a small label says. */
export function lastStep(path: FieldPath): string {
  const last = path.at(-1);
  if (!last) return '';
  return last.type === 'key' ? last.key : formatPath([last]);
}

/** Whether one path is the other or lies above it, by their texts. */
export function covers(above: string, below: string): boolean {
  return (
    above === '' ||
    above === below ||
    below.startsWith(`${above}.`) ||
    below.startsWith(`${above}[`)
  );
}
