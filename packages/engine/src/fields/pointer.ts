import { indexOfStep } from './getAt';
import { getKey, isList, Json } from './json';
import { FieldPath } from './path';

function escape(token: string): string {
  return token.replace(/~/g, '~0').replace(/\//g, '~1');
}

/** The tokens of a JSON pointer (RFC 6901); undefined if it is none. */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map(token => token.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/**
 * The JSON pointer of a path in one object, for patches. Items and members of
 * lists become their position there; undefined if one of them is not there.
 */
export function toJsonPointer(
  object: Json,
  path: FieldPath,
): string | undefined {
  let current: Json | undefined = object;
  let pointer = '';
  for (const step of path) {
    if (step.type === 'key') {
      pointer += `/${escape(step.key)}`;
      current = getKey(current, step.key);
    } else {
      if (!isList(current)) return undefined;
      const index = indexOfStep(current, step);
      if (index < 0) return undefined;
      pointer += `/${index}`;
      current = current[index];
    }
  }
  return pointer;
}
