import { JsonObject } from '../../fields';
import { Health } from '../types';
import { Condition, at, conditionsOf, health, textAt } from '../view';

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

/** The operator's own kinds: what is still open is waited for. */
function operatorHealth(
  proofs: readonly string[],
  open: readonly string[],
): (object: JsonObject) => Health {
  return object => {
    const kind = textAt(object, 'kind');
    if (at(object, 'status', 'conditions') === undefined) {
      return health('Progressing', `Waiting for ${kind}`);
    }
    const conditions = conditionsOf(object);
    const list = conditions
      .map((item, index) => `${index + 1}: ${item.type} | ${item.status}`)
      .join('\n');
    const waits = conditions.some(
      item =>
        item.status === 'Unknown' ||
        (item.status === 'False' && open.includes(item.type)),
    );
    if (waits) return health('Progressing', list);
    const good = conditions.filter(
      item => item.status === 'True' && proofs.includes(item.type),
    );
    return good.length === proofs.length
      ? health('Healthy', `${kind} is healthy.`)
      : health('Degraded', list || `${kind} reports no conditions`);
  };
}

export const knativeServingHealth = operatorHealth(
  [
    'Ready',
    'InstallSucceeded',
    'DependenciesInstalled',
    'DeploymentsAvailable',
  ],
  ['Ready', 'DeploymentsAvailable'],
);

export const knativeEventingHealth = operatorHealth(
  ['Ready', 'InstallSucceeded'],
  ['Ready'],
);
