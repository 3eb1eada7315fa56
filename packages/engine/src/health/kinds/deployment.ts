import { JsonObject } from '../../fields';
import { Health } from '../types';
import {
  at,
  conditionsOf,
  findCondition,
  health,
  healthBy,
  numberAt,
  textAt,
} from '../view';

/** As `kubectl rollout status`, and a ReplicaFailure is degraded. */
export function deploymentHealth(object: JsonObject): Health {
  if (at(object, 'spec', 'paused') === true) {
    return health('Suspended', 'The Deployment is paused');
  }
  const generation = numberAt(object, 'metadata', 'generation') ?? 0;
  const observed = numberAt(object, 'status', 'observedGeneration') ?? 0;
  if (generation > observed) {
    return health(
      'Progressing',
      'Waiting for rollout to finish: observed deployment generation less than desired generation...',
    );
  }
  const conditions = conditionsOf(object);
  const progressing = findCondition(conditions, 'Progressing');
  if (progressing?.reason === 'ProgressDeadlineExceeded') {
    const name = textAt(object, 'metadata', 'name');
    const words = progressing.message && `: ${progressing.message}`;
    return {
      ...healthBy('Degraded', progressing, ''),
      message: `Deployment "${name}" exceeded its progress deadline${words}`,
    };
  }
  const failure = findCondition(conditions, 'ReplicaFailure');
  if (failure?.status === 'True') {
    return healthBy('Degraded', failure, 'Pods cannot be created');
  }
  return rollout(object);
}

function rollout(object: JsonObject): Health {
  const desired = numberAt(object, 'spec', 'replicas');
  const replicas = numberAt(object, 'status', 'replicas') ?? 0;
  const updated = numberAt(object, 'status', 'updatedReplicas') ?? 0;
  const available = numberAt(object, 'status', 'availableReplicas') ?? 0;
  if (desired !== undefined && updated < desired) {
    return health(
      'Progressing',
      `Waiting for rollout to finish: ${updated} out of ${desired} new replicas have been updated...`,
    );
  }
  if (replicas > updated) {
    return health(
      'Progressing',
      `Waiting for rollout to finish: ${
        replicas - updated
      } old replicas are pending termination...`,
    );
  }
  if (available < updated) {
    return health(
      'Progressing',
      `Waiting for rollout to finish: ${available} of ${updated} updated replicas are available...`,
    );
  }
  return health('Healthy', `${available} replicas are available`);
}
