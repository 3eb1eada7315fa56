import { isList, isObject, Json } from '../../fields';
import { TemplateError } from './errors';
import { fixed, Functions, variadic } from './functions';
import { sprintf } from './printf';
import { goText, isTrue, typeName, Value } from './values';

type Basic = 'bool' | 'string' | 'float' | 'int';

function basicKind(value: Value): Basic | undefined {
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'string':
      return 'string';
    case 'number':
      return 'float';
    case 'bigint':
      return 'int';
    default:
      return undefined;
  }
}

function equal(left: Value, right: Value): boolean {
  const kinds = [basicKind(left), basicKind(right)];
  if (kinds[0] !== kinds[1]) {
    if (left === undefined || left === null) return false;
    if (right === undefined || right === null) return false;
    throw new TemplateError('incompatible types for comparison');
  }
  if (kinds[0] !== undefined) return left === right;
  const nils = [left, right].map(v => v === undefined || v === null);
  if (nils[0] || nils[1]) return nils[0] === nils[1];
  throw new TemplateError(`non-comparable type ${typeName(left)}`);
}

function less(left: Value, right: Value): boolean {
  const kind = basicKind(left);
  if (kind === undefined || kind === 'bool' || kind !== basicKind(right)) {
    throw new TemplateError('invalid or incompatible types for comparison');
  }
  return left! < right!;
}

function element(item: Value, index: Value): Value {
  if (item === undefined || item === null) {
    throw new TemplateError('index of untyped nil');
  }
  if (isObject(item)) {
    if (typeof index !== 'string') {
      throw new TemplateError(`cannot index a map with ${typeName(index)}`);
    }
    return Object.hasOwn(item, index) ? item[index] : undefined;
  }
  if (!isList(item) && typeof item !== 'string') {
    throw new TemplateError(`can't index item of type ${typeName(item)}`);
  }
  if (typeof index !== 'bigint') {
    throw new TemplateError(`cannot index with type ${typeName(index)}`);
  }
  const at = Number(index);
  if (at < 0 || at >= item.length) {
    throw new TemplateError(`index out of range: ${at}`);
  }
  return typeof item === 'string' ? BigInt(item.charCodeAt(at)) : item[at];
}

function slice(item: Value, indexes: readonly Value[]): Value {
  if (!isList(item) && typeof item !== 'string') {
    throw new TemplateError(`can't slice item of type ${typeName(item)}`);
  }
  const [from, to] = indexes.map(index => {
    if (typeof index !== 'bigint') throw new TemplateError('cannot slice');
    return Number(index);
  });
  const end = to ?? item.length;
  if ((from ?? 0) < 0 || end > item.length || (from ?? 0) > end) {
    throw new TemplateError('slice index out of range');
  }
  return item.slice(from ?? 0, end) as Json;
}

function length(item: Value): bigint {
  if (typeof item === 'string') {
    return BigInt(new TextEncoder().encode(item).length);
  }
  if (isList(item)) return BigInt(item.length);
  if (isObject(item)) return BigInt(Object.keys(item).length);
  throw new TemplateError(`len of type ${typeName(item)}`);
}

const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

/** Operands get a space between them where neither is a string. */
function print(args: readonly Value[]): string {
  let text = '';
  args.forEach((value, index) => {
    const words =
      typeof value === 'string' || typeof args[index - 1] === 'string';
    if (index > 0 && !words) text += ' ';
    text += goText(value);
  });
  return text;
}

/** The functions of text/template itself; `and` and `or` are the executor's. */
export const BUILTINS: Functions = {
  not: fixed(['any'], value => !isTrue(value)),
  eq: variadic(['any'], 'any', (left, others) => {
    if (others.length === 0) {
      throw new TemplateError('missing argument for comparison');
    }
    return others.some(right => equal(left, right));
  }),
  ne: fixed(['any', 'any'], (left, right) => !equal(left, right)),
  lt: fixed(['any', 'any'], less),
  le: fixed(['any', 'any'], (a, b) => less(a, b) || equal(a, b)),
  gt: fixed(['any', 'any'], (a, b) => !(less(a, b) || equal(a, b))),
  ge: fixed(['any', 'any'], (a, b) => !less(a, b)),
  len: fixed(['any'], length),
  index: variadic(['any'], 'any', (item, indexes) =>
    indexes.reduce<Value>(element, item),
  ),
  slice: variadic(['any'], 'any', slice),
  print: variadic([], 'any', print),
  printf: variadic(['string'], 'any', sprintf),
  println: variadic([], 'any', args => `${args.map(goText).join(' ')}\n`),
  html: variadic([], 'any', args =>
    print(args).replace(/[&<>"']/g, char => HTML[char]),
  ),
  urlquery: variadic([], 'any', args =>
    encodeURIComponent(print(args)).replace(/%20/g, '+'),
  ),
};
