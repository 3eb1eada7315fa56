import { JsonObject } from '../fields';
import { Health } from './types';
import { conditionsOf, health, healthBy, isBehind } from './view';

/** Any other kind: healthy, unless its own status says otherwise. */
export function genericHealth(object: JsonObject): Health {
  if (isBehind(object)) {
    return health(
      'Progressing',
      'The controller has not seen the newest generation yet',
    );
  }
  const conditions = conditionsOf(object);
  const holds = (type: string) =>
    conditions.find(item => item.type === type && item.status === 'True');
  const stalled = holds('Stalled') ?? holds('Failed') ?? holds('Degraded');
  if (stalled) return healthBy('Degraded', stalled, `It is ${stalled.type}`);
  const busy = holds('Reconciling');
  if (busy) return healthBy('Progressing', busy, 'Being reconciled');
  return health('Healthy', 'The object exists');
}
