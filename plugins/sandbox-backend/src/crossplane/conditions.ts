import { JsonObject } from '@backstage/types';
import {
  Condition,
  isMap,
  KubeObject,
  listAt,
  timestamp,
} from '../kubernetes/objects';

export type NewCondition = Omit<Condition, 'lastTransitionTime'>;

/** The conditions of an object with some of them set anew. */
export function withConditions(
  object: KubeObject,
  conditions: readonly NewCondition[],
  now: Date,
): JsonObject[] {
  const result = listAt(object, 'status', 'conditions').filter(isMap);
  for (const condition of conditions) {
    const index = result.findIndex(one => one.type === condition.type);
    const before = result[index];
    const next: JsonObject = {
      ...condition,
      lastTransitionTime:
        before &&
        before.status === condition.status &&
        before.reason === condition.reason
          ? before.lastTransitionTime
          : timestamp(now),
    };
    if (condition.message === undefined) delete next.message;
    if (index < 0) result.push(next);
    else result[index] = next;
  }
  return result;
}

/** True if the object has a condition with that status. */
export function hasCondition(
  object: KubeObject,
  type: string,
  status: string,
): boolean {
  return listAt(object, 'status', 'conditions').some(
    one => isMap(one) && one.type === type && one.status === status,
  );
}
