import { getKey, isList, isObject, Json } from '../../fields';
import { GeneratorFailure, textField } from './types';

export type Selector = (labels: ReadonlyMap<string, string>) => boolean;

const NAME = /^(?=.{1,63}$)[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const PREFIX =
  /^(?=.{1,253}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

/** A qualified name, as a label key must be: `path[0]` is none. */
function checkedKey(key: string): string {
  const parts = key.split('/');
  const name = parts.pop()!;
  if (
    parts.length > 1 ||
    !NAME.test(name) ||
    (parts.length === 1 && !PREFIX.test(parts[0]))
  ) {
    throw new GeneratorFailure(`a selector on "${key}" is invalid`);
  }
  return key;
}

function expression(written: Json): Selector {
  const key = textField(getKey(written, 'key'), 'the key of a selector');
  const operator = textField(getKey(written, 'operator'), 'an operator');
  const list = getKey(written, 'values');
  const values = isList(list)
    ? list.map(value => textField(value, 'a value of a selector'))
    : [];
  const listed = operator === 'In' || operator === 'NotIn';
  checkedKey(key);
  if (listed !== values.length > 0) {
    throw new GeneratorFailure(`the selector on "${key}" is invalid`);
  }
  switch (operator) {
    case 'In':
      return labels => labels.has(key) && values.includes(labels.get(key)!);
    case 'NotIn':
      return labels => !labels.has(key) || !values.includes(labels.get(key)!);
    case 'Exists':
      return labels => labels.has(key);
    case 'DoesNotExist':
      return labels => !labels.has(key);
    default:
      throw new GeneratorFailure(`"${operator}" is no selector operator`);
  }
}

/**
 * A Kubernetes label selector without restrictions on the values; undefined
 * if it selects by nothing.
 */
export function labelSelector(written: Json | undefined): Selector | undefined {
  const pairs = getKey(written, 'matchLabels');
  const expressions = getKey(written, 'matchExpressions');
  const selectors: Selector[] = [];
  for (const [key, value] of Object.entries(isObject(pairs) ? pairs : {})) {
    const wanted = textField(value, `the label ${key} of a selector`);
    checkedKey(key);
    selectors.push(labels => labels.get(key) === wanted);
  }
  if (isList(expressions)) selectors.push(...expressions.map(expression));
  if (selectors.length === 0) return undefined;
  return labels => selectors.every(selects => selects(labels));
}

const LABEL_VALUE =
  /^(?=.{0,63}$)(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;

/** Labels of objects are selected by label values only. */
export function objectSelector(
  written: Json | undefined,
): Selector | undefined {
  const pairs = getKey(written, 'matchLabels');
  const expressions = getKey(written, 'matchExpressions');
  const values = [
    ...Object.values(isObject(pairs) ? pairs : {}),
    ...(isList(expressions) ? expressions : []).flatMap(item => {
      const list = getKey(item, 'values');
      return isList(list) ? list : [];
    }),
  ];
  const wrong = values.find(
    value => typeof value !== 'string' || !LABEL_VALUE.test(value),
  );
  if (wrong !== undefined) {
    throw new GeneratorFailure(`"${String(wrong)}" is no label value`);
  }
  return labelSelector(written);
}
