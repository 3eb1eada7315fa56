import { InputError } from '@backstage/errors';
import { RepositorySnapshot } from '../types';

/** The way of a promotion; one open request each. */
export function promotionWay(service: string, from: string, to: string) {
  return `promotion:${service}:${from}:${to}`;
}

/**
 * Checks the two ends of a promotion.
 *
 * @returns environments in promotion order
 * @throws InputError that says which environments there are
 */
export function checkWay(
  snapshot: RepositorySnapshot,
  from: string,
  to: string,
): string[] {
  const order = snapshot.layout.environments.map(({ name }) => name);
  for (const name of [from, to]) {
    if (!order.includes(name)) {
      throw new InputError(
        `There is no environment ${name}; there are ${order.join(', ')}`,
      );
    }
  }
  if (from === to) {
    throw new InputError(`${from} cannot be promoted to itself`);
  }
  return order;
}
