import { Json, JsonObject, isObject } from '../../fields';
import { Health } from '../types';
import { at, conditionsOf, health, numberAt, textAt } from '../view';

/**
 * Contour: Valid decides about the newest generation. A proxy that includes
 * others is not to blame for them, or nothing could be put in place.
 */
export function httpProxyHealth(object: JsonObject): Health {
  const generation = numberAt(object, 'metadata', 'generation');
  const words = textAt(object, 'status', 'description');
  const including = at(object, 'spec', 'includes') !== undefined;
  let found: Health | undefined;
  for (const item of conditionsOf(object)) {
    if (item.observedGeneration !== generation) continue;
    if (item.type === 'Valid' && item.status === 'True') {
      return health('Healthy', words || 'Valid');
    }
    if (including && item.status === 'False') {
      found = health(
        'Healthy',
        'HTTPProxy inclusions cannot be health checked',
      );
    } else if (item.type === 'Valid' && item.status === 'False') {
      return health('Degraded', words || item.message || 'Not valid');
    }
  }
  const current = textAt(object, 'status', 'currentStatus');
  return (
    found ?? health('Progressing', (current && words) || 'Waiting for status')
  );
}

function glooVerdict(status: Json): Health | undefined {
  const reason = textAt(status, 'reason');
  switch (at(status, 'state')) {
    case 'Accepted':
    case 1:
      return health('Healthy', 'The resource has been validated');
    case 'Pending':
    case 0:
      return health('Suspended', 'The resource has not yet been validated');
    case 'Rejected':
    case 2:
      return health('Degraded', reason || 'Rejected');
    case 'Warning':
    case 3:
      return health('Degraded', reason || 'Accepted with a warning');
    default:
      return undefined;
  }
}

/** Gloo: the status of each controller, by its namespace, then the old one. */
export function glooHealth(object: JsonObject): Health {
  const statuses = at(object, 'status', 'statuses');
  const all = isObject(statuses) ? Object.values(statuses) : [];
  const verdicts = [...all, at(object, 'status') ?? null].map(glooVerdict);
  return (
    verdicts.find(item => item) ?? health('Progressing', 'Update in progress')
  );
}
