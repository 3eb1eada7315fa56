import { JsonObject } from '../../fields';
import { Health } from '../types';
import { Condition, conditionsOf, health } from '../view';

const PROOFS: ReadonlySet<string> = new Set([
  'ConfigurationsReady',
  'RoutesReady',
  'Ready',
]);

function words({ type, status, reason, message }: Condition): string {
  const why = reason && `, since ${reason}.`;
  return `${type} is ${status}${why}${message && ` ${message}`}`;
}

/** Knative: its three conditions are True and no other says otherwise. */
export function knativeServiceHealth(object: JsonObject): Health {
  const conditions = conditionsOf(object);
  const proofs = conditions.filter(
    item => item.status === 'True' && PROOFS.has(item.type),
  );
  const open = conditions.filter(
    item => item.status === 'False' || item.status === 'Unknown',
  );
  if (proofs.length === 3 && open.length === 0) {
    return health('Healthy', 'Knative Service is healthy.');
  }
  const message = open.map(words).join('\n') || 'Waiting for status update.';
  return open.some(item => item.status === 'False')
    ? health('Degraded', message)
    : health('Progressing', message);
}
