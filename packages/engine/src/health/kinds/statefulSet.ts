import { JsonObject } from '../../fields';
import { Health } from '../types';
import { at, health, numberAt, textAt } from '../view';

/** As Argo CD: ready pods first, then the update strategy. */
export function statefulSetHealth(object: JsonObject): Health {
  const generation = numberAt(object, 'metadata', 'generation') ?? 0;
  const observed = numberAt(object, 'status', 'observedGeneration') ?? 0;
  if (observed === 0 || generation > observed) {
    return health(
      'Progressing',
      'Waiting for statefulset spec update to be observed...',
    );
  }
  const desired = numberAt(object, 'spec', 'replicas');
  const ready = numberAt(object, 'status', 'readyReplicas') ?? 0;
  if (desired !== undefined && ready < desired) {
    return health(
      'Progressing',
      `Waiting for ${desired - ready} pods to be ready...`,
    );
  }
  return update(object, desired, ready);
}

function update(
  object: JsonObject,
  desired: number | undefined,
  ready: number,
): Health {
  const strategy = textAt(object, 'spec', 'updateStrategy', 'type');
  const rolling = at(object, 'spec', 'updateStrategy', 'rollingUpdate');
  const updated = numberAt(object, 'status', 'updatedReplicas') ?? 0;
  if (strategy === 'RollingUpdate' && rolling !== undefined) {
    const partition = numberAt(rolling, 'partition');
    if (
      desired !== undefined &&
      partition !== undefined &&
      updated < desired - partition
    ) {
      return health(
        'Progressing',
        `Waiting for partitioned roll out to finish: ${updated} out of ${
          desired - partition
        } new pods have been updated...`,
      );
    }
    return health(
      'Healthy',
      `partitioned roll out complete: ${updated} new pods have been updated...`,
    );
  }
  if (strategy === 'OnDelete') {
    return health('Healthy', `statefulset has ${ready} ready pods`);
  }
  const current = textAt(object, 'status', 'currentRevision');
  const wanted = textAt(object, 'status', 'updateRevision');
  if (wanted !== current) {
    return health(
      'Progressing',
      `waiting for statefulset rolling update to complete ${updated} pods at revision ${wanted}...`,
    );
  }
  const pods = numberAt(object, 'status', 'currentReplicas') ?? 0;
  return health(
    'Healthy',
    `statefulset rolling update complete ${pods} pods at revision ${current}...`,
  );
}
