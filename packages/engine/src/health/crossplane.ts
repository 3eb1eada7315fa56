import { JsonObject } from '../fields';
import { Health } from './types';
import {
  Condition,
  at,
  conditionsOf,
  findCondition,
  groupOf,
  health,
  healthBy,
  isBehind,
  numberAt,
} from './view';

/** Reasons of Ready=False that pass by themselves. */
const IN_PROGRESS: ReadonlySet<string> = new Set([
  'Creating',
  'Deleting',
  'Waiting',
]);

/** True when the controller was told to leave the object alone. */
export function isPaused(synced: Condition | undefined): boolean {
  return synced?.status === 'False' && synced.reason === 'ReconcilePaused';
}

/** What stops a reconcile, or undefined: paused, refused, failed, throttled. */
export function reconcileFailure(
  conditions: readonly Condition[],
): Health | undefined {
  const synced = findCondition(conditions, 'Synced');
  if (synced && isPaused(synced)) {
    return healthBy(
      'Suspended',
      synced,
      'ReconcilePaused: reconciliation is paused',
    );
  }
  const failed = [
    synced,
    findCondition(conditions, 'LastAsyncOperation'),
    findCondition(conditions, 'Responsive'),
  ].find(item => item?.status === 'False');
  return failed && healthBy('Degraded', failed, `${failed.type} is False`);
}

function isOutdated(object: JsonObject, conditions: readonly Condition[]) {
  const generation = numberAt(object, 'metadata', 'generation');
  if (generation === undefined) return false;
  return (
    isBehind(object) ||
    conditions.some(
      item =>
        (item.type === 'Synced' || item.type === 'Ready') &&
        item.observedGeneration !== undefined &&
        item.observedGeneration < generation,
    )
  );
}

/**
 * Health of a composite resource, a claim or a managed resource: what stops
 * the reconcile first, then Ready. Conditions that a function sets are shown
 * elsewhere, they do not decide.
 */
export function crossplaneHealth(object: JsonObject): Health {
  const conditions = conditionsOf(object);
  const failure = reconcileFailure(conditions);
  if (failure) return failure;
  if (isOutdated(object, conditions)) {
    return health(
      'Progressing',
      'The conditions are about an older generation of the object',
    );
  }
  const ready = findCondition(conditions, 'Ready');
  switch (ready?.status) {
    case 'True':
      return healthBy('Healthy', ready, 'Ready');
    case 'False':
      return IN_PROGRESS.has(ready.reason)
        ? healthBy('Progressing', ready, `${ready.reason}`)
        : healthBy('Degraded', ready, `Not ready: ${ready.reason}`);
    default:
      return ready
        ? healthBy('Progressing', ready, 'It is not known whether it is ready')
        : health('Progressing', 'Waiting for the condition Ready');
  }
}

function hasGroup(group: string, suffix: string): boolean {
  return group === suffix || group.endsWith(`.${suffix}`);
}

/** The groups of Crossplane and of the providers published for it. */
export function isCrossplaneGroup(group: string): boolean {
  return hasGroup(group, 'crossplane.io') || hasGroup(group, 'upbound.io');
}

/** True for objects that Crossplane or a provider reconciles. */
export function isCrossplaneObject(object: JsonObject): boolean {
  if (isCrossplaneGroup(groupOf(object))) return true;
  if (at(object, 'spec', 'crossplane') !== undefined) return true;
  if (at(object, 'spec', 'compositionRef') !== undefined) return true;
  return conditionsOf(object).some(
    item => item.type === 'Synced' || item.type === 'Ready',
  );
}
