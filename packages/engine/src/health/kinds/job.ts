import { JsonObject } from '../../fields';
import { Health } from '../types';
import { conditionsOf, health, healthBy } from '../view';

/**
 * As Argo CD, but a Suspended condition counts only while it is True: a
 * resumed Job keeps it with status False and is running.
 */
export function jobHealth(object: JsonObject): Health {
  const holds = conditionsOf(object).filter(
    item => item.type !== 'Suspended' || item.status === 'True',
  );
  const failed = holds.find(item => item.type === 'Failed');
  if (failed) return healthBy('Degraded', failed, 'The Job has failed');
  const suspended = holds.find(item => item.type === 'Suspended');
  if (suspended) {
    return healthBy('Suspended', suspended, 'The Job is suspended');
  }
  const complete = holds.find(item => item.type === 'Complete');
  if (complete) return healthBy('Healthy', complete, 'The Job has completed');
  return health('Progressing', 'The Job has not completed yet');
}
