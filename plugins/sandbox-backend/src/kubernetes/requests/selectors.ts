import { KubeObject, textAt } from '../objects';
import { StatusError } from '../status';

export type Selector = (object: KubeObject) => boolean;

function requirement(
  text: string,
): (labels: Record<string, string>) => boolean {
  const set = /^\s*([^\s!=,()]+)\s+(in|notin)\s+\(([^)]*)\)\s*$/.exec(text);
  if (set) {
    const values = set[3].split(',').map(value => value.trim());
    return set[2] === 'in'
      ? labels =>
          Object.hasOwn(labels, set[1]) && values.includes(labels[set[1]])
      : labels =>
          !Object.hasOwn(labels, set[1]) || !values.includes(labels[set[1]]);
  }
  const equal = /^\s*([^\s!=,()]+)\s*(==|=|!=)\s*([^\s!=,()]*)\s*$/.exec(text);
  if (equal) {
    return equal[2] === '!='
      ? labels => labels[equal[1]] !== equal[3]
      : labels => labels[equal[1]] === equal[3];
  }
  const present = /^\s*(!?)\s*([^\s!=,()]+)\s*$/.exec(text);
  if (present) {
    return labels => Object.hasOwn(labels, present[2]) !== (present[1] === '!');
  }
  throw new StatusError('BadRequest', `unable to parse requirement: ${text}`);
}

/** Reads a labelSelector. Throws BadRequest. */
export function labelSelector(text: string | null): Selector {
  if (!text) return () => true;
  // A comma inside parentheses belongs to a set of values.
  const requirements = text.split(/,(?![^(]*\))/).map(requirement);
  return object =>
    requirements.every(test => test(object.metadata.labels ?? {}));
}

/** Reads a fieldSelector of simple paths. Throws BadRequest. */
export function fieldSelector(text: string | null): Selector {
  if (!text) return () => true;
  const tests = text.split(',').map(part => {
    const match = /^([\w.]+)(==|=|!=)(.*)$/.exec(part);
    if (!match)
      throw new StatusError('BadRequest', `invalid field selector: ${part}`);
    const path = match[1].split('.');
    const wanted = match[3];
    return (object: KubeObject) =>
      ((textAt(object, ...path) ?? '') === wanted) === (match[2] !== '!=');
  });
  return object => tests.every(test => test(object));
}
