import { JsonObject } from '../../fields';
import { Health } from '../types';
import { at, health, itemsAt, textAt } from '../view';

/** As Argo CD, and a suspended CronJob is suspended. */
export function cronJobHealth(object: JsonObject): Health {
  if (at(object, 'spec', 'suspend') === true) {
    return health('Suspended', 'The CronJob is suspended');
  }
  if (at(object, 'status') === undefined) {
    return health('Progressing', 'Waiting for the CronJob controller');
  }
  const scheduled = Date.parse(textAt(object, 'status', 'lastScheduleTime'));
  const succeeded = Date.parse(textAt(object, 'status', 'lastSuccessfulTime'));
  if (Number.isNaN(scheduled)) {
    return health('Healthy', 'The CronJob has not been scheduled yet');
  }
  if (Number.isNaN(succeeded)) {
    return health(
      'Healthy',
      'The CronJob has never completed; it may not be healthy',
    );
  }
  if (itemsAt(object, 'status', 'active').length > 0) {
    return health('Healthy', 'A job of the CronJob is running');
  }
  return succeeded < scheduled
    ? health('Degraded', 'The last run of the CronJob did not succeed')
    : health('Healthy', 'The last run of the CronJob succeeded');
}
