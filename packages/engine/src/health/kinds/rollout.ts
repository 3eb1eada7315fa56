import { JsonObject } from '../../fields';
import { Health, HealthStatus } from '../types';
import {
  at,
  conditionsOf,
  health,
  healthBy,
  itemsAt,
  numberAt,
  textAt,
} from '../view';

const WORKLOAD_GENERATION = 'rollout.argoproj.io/workload-generation';

const PHASES: Readonly<Record<string, HealthStatus>> = {
  Paused: 'Suspended',
  Healthy: 'Healthy',
  Degraded: 'Degraded',
  Progressing: 'Progressing',
};

function isObserved(object: JsonObject): boolean {
  const status = at(object, 'status');
  if (status === undefined) return false;
  const generation = numberAt(object, 'metadata', 'generation');
  const observed = numberAt(status, 'observedGeneration');
  // Old controllers keep a hash here, which says nothing.
  return (
    generation === undefined || observed === undefined || observed >= generation
  );
}

function isWorkloadObserved(object: JsonObject): boolean {
  if (at(object, 'spec', 'workloadRef') === undefined) return true;
  const annotations = at(object, 'metadata', 'annotations');
  if (annotations === undefined) return true;
  const wanted = numberAt(annotations, WORKLOAD_GENERATION);
  const observed = numberAt(object, 'status', 'workloadObservedGeneration');
  return wanted === observed;
}

/** As Argo CD: the controller's phase where it has one, else by its parts. */
export function rolloutHealth(object: JsonObject): Health {
  if (!isObserved(object) || !isWorkloadObserved(object)) {
    return health(
      'Progressing',
      'Waiting for rollout spec update to be observed',
    );
  }
  const phase = textAt(object, 'status', 'phase');
  if (phase) {
    const message = textAt(object, 'status', 'message');
    return health(
      PHASES[phase] ?? 'Unknown',
      message || `The rollout is ${phase.toLowerCase()}`,
    );
  }
  const failed = conditionsOf(object).find(
    item =>
      item.type === 'InvalidSpec' ||
      (item.type === 'Progressing' &&
        ['RolloutAborted', 'ProgressDeadlineExceeded'].includes(item.reason)),
  );
  if (failed) return healthBy('Degraded', failed, 'The rollout failed');
  return byParts(object);
}

function byParts(object: JsonObject): Health {
  const paused =
    at(object, 'spec', 'paused') === true ||
    itemsAt(object, 'status', 'pauseConditions').length > 0;
  if (paused) return health('Suspended', 'Rollout is paused');
  const current = textAt(object, 'status', 'currentPodHash');
  if (!current) {
    return health(
      'Progressing',
      'Waiting for rollout to finish: status has not been reconciled.',
    );
  }
  const count = (name: string) => numberAt(object, 'status', name) ?? 0;
  const desired = numberAt(object, 'spec', 'replicas') ?? 1;
  const updated = count('updatedReplicas');
  if (updated < desired) {
    return health(
      'Progressing',
      'Waiting for roll out to finish: More replicas need to be updated',
    );
  }
  if (count('availableReplicas') < updated) {
    return health(
      'Progressing',
      'Waiting for roll out to finish: updated replicas are still becoming available',
    );
  }
  return byStrategy(object, current, count('replicas') > updated);
}

function byStrategy(
  object: JsonObject,
  current: string,
  hasOld: boolean,
): Health {
  const stable =
    textAt(object, 'status', 'stableRS') ||
    textAt(object, 'status', 'canary', 'stableRS');
  if (at(object, 'spec', 'strategy', 'blueGreen') !== undefined) {
    if (textAt(object, 'status', 'blueGreen', 'activeSelector') !== current) {
      return health('Progressing', 'active service cutover pending');
    }
    if (stable && stable !== current) {
      return health('Progressing', 'waiting for analysis to complete');
    }
  } else if (at(object, 'spec', 'strategy', 'canary') !== undefined) {
    if (hasOld) {
      return health(
        'Progressing',
        'Waiting for roll out to finish: old replicas are pending termination',
      );
    }
    if (stable !== current) {
      return health('Progressing', 'Waiting for rollout to finish steps');
    }
  }
  return health('Healthy', 'The rollout is complete');
}
