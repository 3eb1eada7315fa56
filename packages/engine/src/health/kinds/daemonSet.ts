import { JsonObject } from '../../fields';
import { Health } from '../types';
import { health, numberAt, textAt } from '../view';

/** As `kubectl rollout status`. */
export function daemonSetHealth(object: JsonObject): Health {
  const generation = numberAt(object, 'metadata', 'generation') ?? 0;
  const observed = numberAt(object, 'status', 'observedGeneration') ?? 0;
  if (generation > observed) {
    return health(
      'Progressing',
      'Waiting for rollout to finish: observed daemon set generation less than desired generation...',
    );
  }
  const wanted = numberAt(object, 'status', 'desiredNumberScheduled') ?? 0;
  const updated = numberAt(object, 'status', 'updatedNumberScheduled') ?? 0;
  const available = numberAt(object, 'status', 'numberAvailable') ?? 0;
  const pods = `${updated} out of ${wanted} new pods have been updated...`;
  if (textAt(object, 'spec', 'updateStrategy', 'type') === 'OnDelete') {
    return health('Healthy', `daemon set ${pods}`);
  }
  const waiting = `Waiting for daemon set "${textAt(
    object,
    'metadata',
    'name',
  )}" rollout to finish`;
  if (updated < wanted) return health('Progressing', `${waiting}: ${pods}`);
  if (available < wanted) {
    return health(
      'Progressing',
      `${waiting}: ${available} of ${wanted} updated pods are available...`,
    );
  }
  return health('Healthy', `${available} pods are available`);
}
