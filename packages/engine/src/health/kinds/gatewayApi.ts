import { JsonObject } from '../../fields';
import { Health, HealthStatus } from '../types';
import {
  Condition,
  conditionsIn,
  conditionsOf,
  findCondition,
  health,
  healthBy,
  itemsAt,
  numberAt,
  textAt,
} from '../view';

type Verdict = { readonly status: HealthStatus; readonly message: string };

/** The trouble that one set of conditions tells of, refused before unfinished. */
function trouble(
  conditions: readonly Condition[],
  who: string,
  what: string,
): Verdict | undefined {
  for (const type of ['ResolvedRefs', 'Accepted']) {
    const refused = conditions.find(
      item => item.type === type && item.status === 'False',
    );
    if (refused) {
      const words = refused.message || `Failed condition: ${type}`;
      return { status: 'Degraded', message: `${who}${words}` };
    }
  }
  const waits = conditions.find(
    item => item.type === 'Programmed' && item.status !== 'True',
  );
  if (!waits) return undefined;
  const words = waits.message || `${what} is still being programmed`;
  return { status: 'Progressing', message: `${who}${words}` };
}

/** A Gateway is as good as itself and each of its listeners. */
export function gatewayHealth(object: JsonObject): Health {
  const conditions = conditionsOf(object);
  const listeners = itemsAt(object, 'status', 'listeners');
  const found =
    trouble(conditions, '', 'Gateway') ??
    listeners
      .map(item => trouble(conditionsIn(item), 'Listener: ', 'Listener'))
      .find(item => item);
  if (found) return found;
  return conditions.length + listeners.length > 0
    ? health('Healthy', 'Gateway is healthy')
    : health('Progressing', 'Waiting for Gateway status');
}

/** The statuses that parents or ancestors gave about the newest generation. */
function answers(object: JsonObject, list: string) {
  const generation = numberAt(object, 'metadata', 'generation');
  return itemsAt(object, 'status', list)
    .map(item => ({
      name: textAt(item, `${list.slice(0, -1)}Ref`, 'name'),
      conditions: conditionsIn(item),
    }))
    .filter(
      ({ conditions }) =>
        conditions.length > 0 &&
        conditions.every(
          item =>
            generation === undefined ||
            item.observedGeneration === undefined ||
            item.observedGeneration === generation,
        ),
    );
}

/** HTTPRoute and GRPCRoute: no parent refuses, one has answered. */
export function routeHealth(object: JsonObject): Health {
  const kind = textAt(object, 'kind');
  const parents = answers(object, 'parents');
  const found = parents
    .map(item => trouble(item.conditions, `Parent ${item.name}: `, 'Route'))
    .find(item => item);
  if (found) return found;
  return parents.length > 0
    ? health('Healthy', `${kind} is healthy`)
    : health('Progressing', `Waiting for ${kind} status`);
}

/** A TLSRoute needs one parent that accepts it and resolves its references. */
export function tlsRouteHealth(object: JsonObject): Health {
  const parents = answers(object, 'parents').map(item => ({
    ...item,
    trouble: trouble(item.conditions, `Parent ${item.name}: `, 'Route'),
  }));
  const found =
    parents.find(item => item.trouble?.status === 'Degraded') ??
    parents.find(item => item.trouble);
  if (found?.trouble) return found.trouble;
  const good = parents.some(item =>
    ['Accepted', 'ResolvedRefs'].every(
      type => findCondition(item.conditions, type)?.status === 'True',
    ),
  );
  return good
    ? health('Healthy', 'TLSRoute is healthy')
    : health(
        'Progressing',
        `Waiting for TLSRoute ${parents.length > 0 ? 'conditions' : 'status'}`,
      );
}

/** Accepted decides, once it is about the newest generation. */
export function gatewayClassHealth(object: JsonObject): Health {
  const generation = numberAt(object, 'metadata', 'generation');
  const accepted = conditionsOf(object).find(
    item =>
      item.type === 'Accepted' &&
      (generation === undefined ||
        item.observedGeneration === undefined ||
        item.observedGeneration === generation),
  );
  switch (accepted?.status) {
    case 'True':
      return health('Healthy', accepted.message || 'GatewayClass is accepted');
    case 'False':
      return health(
        'Degraded',
        accepted.message || 'GatewayClass is not accepted',
      );
    default:
      return health(
        'Progressing',
        accepted?.message || 'Waiting for GatewayClass status',
      );
  }
}

/** The policies of Envoy Gateway: no ancestor refuses, one has answered. */
export function policyHealth(object: JsonObject): Health {
  const kind = textAt(object, 'kind');
  const ancestors = answers(object, 'ancestors');
  const refused = ancestors
    .flatMap(item => item.conditions)
    .find(item => item.type === 'Accepted' && item.status === 'False');
  if (refused) return healthBy('Degraded', refused, 'Not accepted');
  return ancestors.length > 0
    ? health('Healthy', `${kind} is healthy`)
    : health('Progressing', `Waiting for ${kind} status`);
}

/** A BackendTLSPolicy waits until every ancestor knows the newest generation. */
export function backendPolicyHealth(object: JsonObject): Health {
  const generation = numberAt(object, 'metadata', 'generation');
  const ancestors = itemsAt(object, 'status', 'ancestors').map(item => ({
    name: textAt(item, 'ancestorRef', 'name'),
    conditions: conditionsIn(item),
  }));
  const late = ancestors.find(({ conditions }) =>
    conditions.some(
      item =>
        generation !== undefined &&
        item.observedGeneration !== undefined &&
        item.observedGeneration !== generation,
    ),
  );
  if (late) {
    return health(
      'Progressing',
      `Waiting for Ancestor ${late.name} to update BackendTLSPolicy status`,
    );
  }
  let accepted = false;
  for (const { name, conditions } of ancestors) {
    for (const item of conditions) {
      if (item.type !== 'Accepted' && item.type !== 'ResolvedRefs') continue;
      if (item.status !== 'True') {
        const words = item.message || `${item.type} is ${item.status}`;
        return health('Degraded', `Ancestor ${name}: ${words}`);
      }
      accepted ||= item.type === 'Accepted';
    }
  }
  return accepted
    ? health('Healthy', 'BackendTLSPolicy is healthy')
    : health('Progressing', 'Waiting for BackendTLSPolicy status');
}
