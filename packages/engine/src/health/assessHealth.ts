import { JsonObject, isList } from '../fields';
import { checkOf } from './checks';
import {
  crossplaneHealth,
  isCrossplaneGroup,
  isCrossplaneObject,
  isPaused,
} from './crossplane';
import { crossplaneCoreHealth } from './crossplaneCore';
import { genericHealth } from './generic';
import { Health, HealthContext } from './types';
import {
  at,
  conditionsOf,
  findCondition,
  groupOf,
  health,
  healthBy,
  textAt,
} from './view';

const HOOK_FINALIZER = 'argocd.argoproj.io/hook-finalizer';

function absent(read: string | undefined): Health {
  if (read === 'notFound') {
    return health('Missing', 'It is not in the cluster');
  }
  return health(
    'Unknown',
    read ? `It cannot be read: ${read}` : 'It has not been read',
  );
}

/** The verdict on an object that is being deleted, or undefined. */
function deletion(object: JsonObject): Health | undefined {
  if (!at(object, 'metadata', 'deletionTimestamp')) return undefined;
  const finalizers = at(object, 'metadata', 'finalizers');
  const names = isList(finalizers)
    ? finalizers.filter((item): item is string => typeof item === 'string')
    : [];
  if (names.includes(HOOK_FINALIZER)) return undefined;
  const synced = findCondition(conditionsOf(object), 'Synced');
  if (synced && isPaused(synced)) {
    return healthBy(
      'Suspended',
      synced,
      'Deletion waits while reconciliation is paused',
    );
  }
  if (synced?.status === 'False') {
    return healthBy('Degraded', synced, 'The deletion is stuck');
  }
  const waits =
    names.length > 0 ? `; blocked by finalizers: ${names.join(', ')}` : '';
  return {
    ...health('Progressing', `Pending deletion${waits}`),
    since: textAt(object, 'metadata', 'deletionTimestamp') || undefined,
  };
}

/**
 * Health of one object as the API server returns it. First match decides: no
 * object, deletion, kinds known by name, Crossplane, anything else.
 *
 * Argo CD has no verdict for kinds it does not know and leaves them out; here
 * every object has one, and what cannot be read is `Unknown`, never healthy.
 */
export function assessHealth(
  object: JsonObject | undefined,
  context: HealthContext = {},
): Health {
  if (!object) return absent(context.read);
  const deleting = deletion(object);
  if (deleting) return deleting;
  const group = groupOf(object);
  const check = checkOf(group, textAt(object, 'kind'));
  if (check) return check(object);
  const core = isCrossplaneGroup(group)
    ? crossplaneCoreHealth(object)
    : undefined;
  if (core) return core;
  if (context.xrd || isCrossplaneObject(object)) {
    return crossplaneHealth(object);
  }
  return genericHealth(object);
}
