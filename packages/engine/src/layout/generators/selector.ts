import { getKey, isList, isObject, Json } from '../../fields';
import { GeneratorFailure, textOr } from './types';

export type Selector = (labels: Readonly<Record<string, string>>) => boolean;

function expression(written: Json): Selector {
  const key = textOr(getKey(written, 'key'));
  const operator = textOr(getKey(written, 'operator'));
  const list = getKey(written, 'values');
  const values = isList(list) ? list.map(value => textOr(value)) : [];
  const listed = operator === 'In' || operator === 'NotIn';
  if (!key || listed !== values.length > 0) {
    throw new GeneratorFailure(`the selector on "${key}" is invalid`);
  }
  switch (operator) {
    case 'In':
      return labels =>
        Object.hasOwn(labels, key) && values.includes(labels[key]);
    case 'NotIn':
      return labels =>
        !Object.hasOwn(labels, key) || !values.includes(labels[key]);
    case 'Exists':
      return labels => Object.hasOwn(labels, key);
    case 'DoesNotExist':
      return labels => !Object.hasOwn(labels, key);
    default:
      throw new GeneratorFailure(`"${operator}" is no selector operator`);
  }
}

/** A Kubernetes label selector; undefined if it selects by nothing. */
export function labelSelector(written: Json | undefined): Selector | undefined {
  const pairs = getKey(written, 'matchLabels');
  const expressions = getKey(written, 'matchExpressions');
  const selectors: Selector[] = [];
  for (const [key, value] of Object.entries(isObject(pairs) ? pairs : {})) {
    const wanted = textOr(value);
    selectors.push(
      labels => Object.hasOwn(labels, key) && labels[key] === wanted,
    );
  }
  if (isList(expressions)) selectors.push(...expressions.map(expression));
  if (selectors.length === 0) return undefined;
  return labels => selectors.every(selects => selects(labels));
}
