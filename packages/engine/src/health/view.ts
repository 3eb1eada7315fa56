import { Json, JsonObject, getKey, isList, isObject } from '../fields';
import { Health, HealthStatus } from './types';

/** A status condition as controllers write it. */
export type Condition = {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  readonly observedGeneration?: number;
  readonly lastTransitionTime?: string;
};

/** The value at a path of plain keys. */
export function at(
  object: Json | undefined,
  ...keys: string[]
): Json | undefined {
  return keys.reduce<Json | undefined>(getKey, object);
}

/** Text at a path, '' when there is none. */
export function textAt(object: Json | undefined, ...keys: string[]): string {
  const value = at(object, ...keys);
  return typeof value === 'string' ? value : '';
}

/** A count at a path; a number written as text counts, as Rollouts do. */
export function numberAt(
  object: Json | undefined,
  ...keys: string[]
): number | undefined {
  const value = at(object, ...keys);
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' && /^\d+$/.test(value)) return Number(value);
  return undefined;
}

/** The mappings of a list at a path, [] when there is none. */
export function itemsAt(
  object: Json | undefined,
  ...keys: string[]
): readonly JsonObject[] {
  const value = at(object, ...keys);
  return isList(value) ? value.filter(isObject) : [];
}

/** The conditions below a part of a status, in the order in which they stand. */
export function conditionsIn(part: Json | undefined): readonly Condition[] {
  return itemsAt(part, 'conditions').map(item => ({
    type: textAt(item, 'type'),
    status: textAt(item, 'status'),
    reason: textAt(item, 'reason'),
    message: textAt(item, 'message'),
    observedGeneration: numberAt(item, 'observedGeneration'),
    lastTransitionTime: textAt(item, 'lastTransitionTime') || undefined,
  }));
}

/** The conditions of an object. */
export function conditionsOf(object: JsonObject): readonly Condition[] {
  return conditionsIn(at(object, 'status'));
}

/** The condition of a type, whatever its status. */
export function findCondition(
  conditions: readonly Condition[],
  type: string,
): Condition | undefined {
  return conditions.find(condition => condition.type === type);
}

/** The group of an object; '' is the core group. */
export function groupOf(object: JsonObject): string {
  const apiVersion = textAt(object, 'apiVersion');
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** True when the controller has not yet seen the newest spec. */
export function isBehind(object: JsonObject): boolean {
  const generation = numberAt(object, 'metadata', 'generation');
  const observed = numberAt(object, 'status', 'observedGeneration');
  return (
    generation !== undefined && observed !== undefined && observed < generation
  );
}

/** A verdict without a condition behind it. */
export function health(status: HealthStatus, message: string): Health {
  return { status, message };
}

/** A verdict that a condition decided, in its own words where it has any. */
export function healthBy(
  status: HealthStatus,
  condition: Condition,
  otherwise: string,
): Health {
  return {
    status,
    message: condition.message || otherwise,
    ...(condition.reason && { reason: condition.reason }),
    ...(condition.lastTransitionTime && {
      since: condition.lastTransitionTime,
    }),
  };
}
