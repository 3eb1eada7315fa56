import { Environment } from '@marcbachmann/cel-js';

type Items = readonly unknown[];
type Ordered = bigint | number | string;

function below(left: unknown, right: unknown): boolean {
  return (left as Ordered) < (right as Ordered);
}

function isSorted(list: Items): boolean {
  return list.every(
    (item, index) => index === 0 || !below(item, list[index - 1]),
  );
}

function least(list: Items): unknown {
  if (list.length === 0) throw new Error('the list is empty');
  return list.reduce((found, item) => (below(item, found) ? item : found));
}

function most(list: Items): unknown {
  if (list.length === 0) throw new Error('the list is empty');
  return list.reduce((found, item) => (below(found, item) ? item : found));
}

function total(list: Items): bigint | number {
  if (list.every(item => typeof item === 'bigint')) {
    return (list as readonly bigint[]).reduce((sum, item) => sum + item, 0n);
  }
  return (list as ReadonlyArray<bigint | number>).reduce(
    (sum: number, item) => sum + Number(item),
    0,
  );
}

/** Equality of CEL for what sets hold: scalars. */
function has(list: Items, item: unknown): boolean {
  return list.includes(item);
}

function containsAll(list: Items, items: Items): boolean {
  return items.every(item => has(list, item));
}

/** Receiver of `sets.contains(a, b)`: CEL calls it by this name. */
class Sets {}

/**
 * Sources: k8s.io/apiserver pkg/cel/library lists.go, and the list and set
 * extensions of cel-go.
 */
export function addLists(environment: Environment): void {
  environment
    .registerFunction('list.isSorted(): bool', isSorted)
    .registerFunction('list.sum(): dyn', total)
    .registerFunction('list.min(): dyn', least)
    .registerFunction('list.max(): dyn', most)
    .registerFunction('list.indexOf(dyn): int', (list: Items, item: unknown) =>
      BigInt(list.indexOf(item)),
    )
    .registerFunction(
      'list.lastIndexOf(dyn): int',
      (list: Items, item: unknown) => BigInt(list.lastIndexOf(item)),
    )
    .registerFunction('list.reverse(): list', (list: Items) =>
      [...list].reverse(),
    )
    .registerFunction(
      'list.slice(int, int): list',
      (list: Items, start: bigint, end: bigint) =>
        list.slice(Number(start), Number(end)),
    )
    .registerFunction('list.flatten(): list', (list: Items) => list.flat())
    .registerFunction('list.distinct(): list', (list: Items) => [
      ...new Set(list),
    ])
    .registerType('Sets', Sets)
    .registerConstant('sets', 'Sets', new Sets())
    .registerFunction(
      'Sets.contains(list, list): bool',
      (_: Sets, list: Items, items: Items) => containsAll(list, items),
    )
    .registerFunction(
      'Sets.intersects(list, list): bool',
      (_: Sets, list: Items, items: Items) =>
        items.some(item => has(list, item)),
    )
    .registerFunction(
      'Sets.equivalent(list, list): bool',
      (_: Sets, list: Items, items: Items) =>
        containsAll(list, items) && containsAll(items, list),
    );
}
