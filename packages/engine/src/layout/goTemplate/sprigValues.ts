import { deepEqual } from './compare';
import { TemplateError } from './errors';
import { fixed, Functions, variadic } from './functions';
import { deepCopy } from './maps';
import { Version } from './semver';
import { satisfies } from './semverConstraint';
import { isTrue, kindName, typeName, Value } from './values';

const copy = fixed(['any'], value => {
  if (value === null) throw new TemplateError('nothing to copy');
  return deepCopy(value);
});

function like(target: string, value: Value): boolean {
  const name = typeName(value);
  return target === name || `*${target}` === name;
}

/** sprig's functions for values of any type, and for versions. */
export const VALUES: Functions = {
  all: variadic([], 'any', values => values.every(isTrue)),
  any: variadic([], 'any', values => values.some(isTrue)),
  coalesce: variadic([], 'any', values => values.find(isTrue) ?? null),
  deepCopy: copy,
  deepEqual: fixed(['any', 'any'], (a, b) => deepEqual(a, b)),
  default: variadic(['any'], 'any', (otherwise, given) =>
    given.length > 0 && isTrue(given[0]) ? given[0] : otherwise,
  ),
  empty: fixed(['any'], value => !isTrue(value)),
  fail: fixed(['string'], message => {
    throw new TemplateError(message);
  }),
  kindIs: fixed(['string', 'any'], (kind, value) => kindName(value) === kind),
  kindOf: fixed(['any'], kindName),
  mustDeepCopy: copy,
  semver: fixed(['string'], text => Version.parse(text)),
  semverCompare: fixed(['string', 'string'], satisfies),
  ternary: fixed(['any', 'any', 'bool'], (yes, no, test) => (test ? yes : no)),
  typeIs: fixed(['string', 'any'], (type, value) => typeName(value) === type),
  typeIsLike: fixed(['string', 'any'], like),
  typeOf: fixed(['any'], typeName),
};
