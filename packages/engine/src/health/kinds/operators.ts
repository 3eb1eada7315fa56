import { JsonObject } from '../../fields';
import { Health, HealthStatus } from '../types';
import {
  at,
  conditionsIn,
  conditionsOf,
  findCondition,
  groupOf,
  health,
  healthBy,
  numberAt,
  textAt,
} from '../view';

/** A sync error is degraded; too few pods may be meant. */
export function disruptionBudgetHealth(object: JsonObject): Health {
  const conditions = conditionsOf(object);
  const failed = conditions.find(
    item => item.status === 'False' && item.reason !== 'InsufficientPods',
  );
  const counts = failed ?? conditions.at(-1);
  if (!counts) return health('Progressing', 'Waiting for status');
  return {
    ...healthBy(failed ? 'Degraded' : 'Healthy', counts, ''),
    message: `PodDisruptionBudget has ${counts.reason}`,
  };
}

/** Usable, or the error that keeps it from being so. */
export function snapshotHealth(object: JsonObject): Health {
  if (at(object, 'status', 'readyToUse') === true) {
    return health('Healthy', 'Ready to use');
  }
  return at(object, 'status', 'error') === undefined
    ? health('Progressing', 'Waiting for status')
    : health(
        'Degraded',
        textAt(object, 'status', 'error', 'message') || 'The snapshot failed',
      );
}

/** Synced decides, and only about the newest generation. */
export function sealedSecretHealth(object: JsonObject): Health {
  const generation = numberAt(object, 'metadata', 'generation');
  const observed = numberAt(object, 'status', 'observedGeneration');
  const synced =
    generation !== undefined && generation === observed
      ? findCondition(conditionsOf(object), 'Synced')
      : undefined;
  switch (synced?.status) {
    case 'True':
      return healthBy('Healthy', synced, 'Decrypted');
    case 'False':
      return healthBy('Degraded', synced, 'Cannot be decrypted');
    default:
      return health('Progressing', 'Waiting for Sealed Secret to be decrypted');
  }
}

/** The steps of a NodeClaim, newest first. */
const NODE_STEPS = [
  ['Initialized', 'Node initialized, waiting for Ready'],
  ['Registered', 'Node registered, waiting for initialization'],
  ['Launched', 'Node launched, waiting for registration'],
] as const;

/** Karpenter: a node that is given up is suspended, then Ready decides. */
export function nodeClaimHealth(object: JsonObject): Health {
  const generation = numberAt(object, 'metadata', 'generation');
  const observed = numberAt(object, 'status', 'observedGeneration');
  if (
    generation !== undefined &&
    observed !== undefined &&
    generation !== observed
  ) {
    return health('Progressing', 'Waiting for NodeClaim spec to be reconciled');
  }
  const conditions = conditionsOf(object);
  const holds = (type: string) =>
    conditions.find(item => item.type === type && item.status === 'True');
  const leaving = holds('Disrupting');
  if (leaving) return healthBy('Suspended', leaving, 'Being disrupted');
  const ready = conditions.find(
    item =>
      item.type === 'Ready' &&
      (item.status === 'True' || item.status === 'False'),
  );
  if (ready) {
    const status = ready.status === 'True' ? 'Healthy' : 'Degraded';
    return healthBy(status, ready, `Ready is ${ready.status}`);
  }
  const step = NODE_STEPS.find(([type]) => holds(type));
  return health(
    'Progressing',
    step?.[1] ?? 'Waiting for NodeClaim to be launched',
  );
}

/** Kyverno says in three places at once that a Policy is ready. */
export function kyvernoPolicyHealth(object: JsonObject): Health {
  const ready = conditionsOf(object).some(
    item =>
      item.type === 'Ready' &&
      item.status === 'True' &&
      item.reason === 'Succeeded' &&
      item.message === 'Ready',
  );
  return ready
    ? health('Healthy', 'Policy is ready')
    : health('Progressing', 'Waiting for Policy to be ready');
}

/** The policies of policies.kyverno.io, which keep their own status. */
export function kyvernoNewPolicyHealth(object: JsonObject): Health {
  const kind = textAt(object, 'kind');
  const status = at(object, 'status', 'conditionStatus');
  if (status === undefined) {
    return health('Progressing', `Waiting for ${kind} status`);
  }
  const generation = numberAt(object, 'metadata', 'generation') ?? 0;
  const conditions = conditionsIn(status);
  if (
    conditions.some(
      item => (item.observedGeneration ?? generation) < generation,
    )
  ) {
    return health(
      'Progressing',
      `Waiting for ${kind} status to reflect latest generation`,
    );
  }
  const words = textAt(status, 'message');
  if (at(status, 'ready') === true) {
    const good = conditions.find(
      item =>
        item.status === 'True' &&
        (item.type === 'WebhookConfigured' ||
          /(Deleting|Generating)/.test(kind)),
    );
    return health('Healthy', good?.message || words || 'Policy is ready');
  }
  const bad = conditions.find(item => item.status === 'False');
  return health(
    'Degraded',
    bad ? `${bad.type}: ${bad.message}` : words || 'Policy is not ready',
  );
}

/** Envoy Gateway: accepted or not, about the newest generation. */
export function envoyBackendHealth(object: JsonObject): Health {
  const accepted = findCondition(conditionsOf(object), 'Accepted');
  if (!accepted) return health('Progressing', 'Waiting for Backend status');
  const observed = accepted.observedGeneration;
  if (
    observed !== undefined &&
    observed !== numberAt(object, 'metadata', 'generation')
  ) {
    return health('Progressing', 'Waiting for Backend status to be updated');
  }
  return healthBy(
    accepted.status === 'True' ? 'Healthy' : 'Degraded',
    accepted,
    `Accepted is ${accepted.status}`,
  );
}

const CANARY_PHASES: ReadonlyMap<string, HealthStatus> = new Map([
  ['Failed', 'Degraded'],
  ['Progressing', 'Progressing'],
  ['Finalising', 'Progressing'],
  ['Promoting', 'Progressing'],
  ['Succeeded', 'Healthy'],
  ['Initialized', 'Healthy'],
]);

/** Flagger: by the phase, with the weight and the words of its conditions. */
export function canaryHealth(object: JsonObject): Health {
  const phase = textAt(object, 'status', 'phase');
  if (!phase) return health('Unknown', 'No status');
  const weight = numberAt(object, 'status', 'canaryWeight') ?? 0;
  const words = [
    phase,
    ...(weight > 0 ? [`Canary Weight: ${weight} %`] : []),
    ...conditionsOf(object).map(item => item.message),
  ];
  return health(CANARY_PHASES.get(phase) ?? 'Unknown', words.join(' --- '));
}

/** Config Connector: the reason of a condition, or a healthy of its own. */
export function configConnectorHealth(object: JsonObject): Health {
  const kind = textAt(object, 'kind');
  const observed = numberAt(object, 'status', 'observedGeneration');
  const generation = numberAt(object, 'metadata', 'generation');
  const own = groupOf(object) === 'customize.core.cnrm.cloud.google.com';
  const current =
    observed === undefined ||
    observed === generation ||
    (own && observed === 0);
  const healthy = at(object, 'status', 'healthy');
  if (
    current &&
    healthy !== undefined &&
    (own || kind === 'ConfigConnector' || kind === 'ConfigConnectorContext')
  ) {
    return healthy === true
      ? health('Healthy', `${kind} is healthy`)
      : health('Degraded', `${kind} is not healthy`);
  }
  const waiting = health('Progressing', 'Update in progress');
  if (observed !== undefined && observed !== generation) return waiting;
  for (const item of conditionsOf(object)) {
    if (item.reason === 'UpToDate' && item.status === 'True') {
      return healthBy('Healthy', item, 'Up to date');
    }
    if (
      item.reason === 'UpdateFailed' ||
      item.reason === 'DependencyNotFound'
    ) {
      return healthBy('Degraded', item, item.reason);
    }
    if (item.reason === 'DependencyNotReady') {
      return healthBy('Suspended', item, item.reason);
    }
  }
  return waiting;
}

/** The word that the VictoriaMetrics operator leaves in every kind. */
export function victoriaMetricsHealth(object: JsonObject): Health {
  const generation = numberAt(object, 'metadata', 'generation');
  const observed = numberAt(object, 'status', 'observedGeneration');
  if (
    observed !== undefined &&
    generation !== undefined &&
    observed !== generation
  ) {
    return health('Progressing', 'Waiting for the operator to reconcile');
  }
  const reason = textAt(object, 'status', 'reason');
  switch (textAt(object, 'status', 'updateStatus')) {
    case 'operational':
      return health('Healthy', 'All components are operational');
    case 'ignored':
      return health('Healthy', 'Resource was not picked by any parent object');
    case 'expanding':
      return health('Progressing', reason || 'Reconciliation in progress');
    case 'paused':
      return health('Suspended', reason || 'Reconciliation is paused');
    case 'failed':
      return health('Degraded', reason || 'Reconciliation failed');
    default:
      return health('Progressing', 'Waiting for the operator to report status');
  }
}
