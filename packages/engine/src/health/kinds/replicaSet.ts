import { JsonObject } from '../../fields';
import { Health } from '../types';
import {
  conditionsOf,
  findCondition,
  health,
  healthBy,
  numberAt,
} from '../view';

/** As Argo CD: a ReplicaFailure is degraded, else count the available pods. */
export function replicaSetHealth(object: JsonObject): Health {
  const generation = numberAt(object, 'metadata', 'generation') ?? 0;
  const observed = numberAt(object, 'status', 'observedGeneration') ?? 0;
  if (generation > observed) {
    return health(
      'Progressing',
      'Waiting for rollout to finish: observed replica set generation less than desired generation...',
    );
  }
  const failure = findCondition(conditionsOf(object), 'ReplicaFailure');
  if (failure?.status === 'True') {
    return healthBy('Degraded', failure, 'Pods cannot be created');
  }
  const desired = numberAt(object, 'spec', 'replicas');
  const available = numberAt(object, 'status', 'availableReplicas') ?? 0;
  if (desired !== undefined && available < desired) {
    return health(
      'Progressing',
      `Waiting for rollout to finish: ${available} out of ${desired} new replicas are available...`,
    );
  }
  return health('Healthy', `${available} replicas are available`);
}
