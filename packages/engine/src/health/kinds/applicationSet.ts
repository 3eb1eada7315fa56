import { JsonObject } from '../../fields';
import { Health } from '../types';
import { conditionsOf, health, healthBy } from '../view';

/** As Argo CD: errors first, wherever they stand in the list. */
export function applicationSetHealth(object: JsonObject): Health {
  const conditions = conditionsOf(object);
  const find = (type: string, status: string) =>
    conditions.find(item => item.type === type && item.status === status);
  const failed =
    find('ErrorOccurred', 'True') ?? find('ResourcesUpToDate', 'False');
  if (failed) {
    return healthBy('Degraded', failed, 'Applications cannot be generated');
  }
  const rolling = find('RolloutProgressing', 'True');
  if (rolling) {
    return healthBy('Progressing', rolling, 'Applications are rolled out');
  }
  const good = find('ResourcesUpToDate', 'True');
  if (good) return healthBy('Healthy', good, 'All applications are generated');
  return health('Progressing', 'Waiting for the status to be reported');
}
