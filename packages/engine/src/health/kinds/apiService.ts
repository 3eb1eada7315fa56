import { JsonObject } from '../../fields';
import { Health } from '../types';
import { conditionsOf, findCondition, health } from '../view';

/** By the condition Available. */
export function apiServiceHealth(object: JsonObject): Health {
  const available = findCondition(conditionsOf(object), 'Available');
  if (!available) return health('Progressing', 'Waiting to be processed');
  return {
    status: available.status === 'True' ? 'Healthy' : 'Progressing',
    message: `${available.reason}: ${available.message}`,
    reason: available.reason,
  };
}
