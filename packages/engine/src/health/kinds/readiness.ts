import { JsonObject } from '../../fields';
import { Health } from '../types';
import { conditionsOf, findCondition, health, healthBy } from '../view';

/** A check by the condition Ready: True, False, else waiting. */
export function readiness(waiting: string): (object: JsonObject) => Health {
  return object => {
    const ready = findCondition(conditionsOf(object), 'Ready');
    switch (ready?.status) {
      case 'True':
        return healthBy('Healthy', ready, 'Ready');
      case 'False':
        return healthBy('Degraded', ready, 'Not ready');
      default:
        return health('Progressing', waiting);
    }
  };
}
