import { JsonObject } from '../../fields';
import { Health } from '../types';
import { at, health, itemsAt, textAt } from '../view';

/** As Argo CD, and a suspended CronJob is suspended. */
export function cronJobHealth(object: JsonObject): Health {
  if (at(object, 'spec', 'suspend') === true) {
    return health('Suspended', 'CronJob is Suspended');
  }
  if (at(object, 'status') === undefined) {
    return health('Progressing', 'Waiting for CronJob');
  }
  const scheduled = Date.parse(textAt(object, 'status', 'lastScheduleTime'));
  const succeeded = Date.parse(textAt(object, 'status', 'lastSuccessfulTime'));
  if (Number.isNaN(scheduled)) {
    return health('Healthy', 'CronJob has not been scheduled yet');
  }
  if (Number.isNaN(succeeded)) {
    return health(
      'Healthy',
      'The CronJob never completed successfully. It may not be healthy',
    );
  }
  if (itemsAt(object, 'status', 'active').length > 0) {
    return health(
      'Healthy',
      'The job is running. Its last execution may not have been successful',
    );
  }
  return succeeded < scheduled
    ? health(
        'Degraded',
        'CronJob has not completed its last execution successfully',
      )
    : health(
        'Healthy',
        'CronJob has completed its last execution successfully',
      );
}
