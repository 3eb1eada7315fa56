import { JsonObject } from '../../fields';
import { Health, HealthStatus } from '../types';
import {
  at,
  conditionsOf,
  findCondition,
  health,
  healthBy,
  itemsAt,
  numberAt,
  textAt,
} from '../view';

const POSTGRES_PHASES: ReadonlyMap<string, HealthStatus> = new Map([
  ['Cluster in healthy state', 'Healthy'],
  ...[
    'Setting up primary',
    'Creating a new replica',
    'Upgrading cluster',
    'Waiting for the instances to become active',
    'Promoting to primary cluster',
  ].map(phase => [phase, 'Progressing'] as const),
  ...[
    'Switchover in progress',
    'Failing over',
    'Upgrading Postgres major version',
    'Cluster upgrade delayed',
    'Waiting for user action',
    'Primary instance is being restarted in-place',
    'Primary instance is being restarted without a switchover',
    'Cluster cannot execute instance online upgrade due to missing architecture binary',
    'Online upgrade in progress',
    'Applying configuration',
  ].map(phase => [phase, 'Degraded'] as const),
  ...[
    'Unable to create required cluster objects',
    'Cluster cannot proceed to reconciliation due to an unknown plugin being required',
    'Cluster has incomplete or invalid image catalog',
    'Cluster is unrecoverable and needs manual intervention',
  ].map(phase => [phase, 'Suspended'] as const),
]);

/** CloudNativePG: standing still first, then the phase in its own words. */
export function postgresClusterHealth(object: JsonObject): Health {
  const loop = textAt(
    object,
    'metadata',
    'annotations',
    'cnpg.io/reconciliationLoop',
  );
  if (loop === 'disabled') {
    return health('Suspended', 'Cluster reconciliation is suspended');
  }
  const phase = textAt(object, 'status', 'phase');
  const words = textAt(object, 'status', 'phaseReason') || phase;
  if (at(object, 'status', 'conditions') === undefined) {
    return health('Progressing', words || 'Waiting for the cluster');
  }
  const asleep = findCondition(conditionsOf(object), 'cnpg.io/hibernation');
  if (asleep) {
    const status = asleep.status === 'True' ? 'Suspended' : 'Degraded';
    return healthBy(status, asleep, 'Hibernation');
  }
  return health(
    POSTGRES_PHASES.get(phase) ?? 'Unknown',
    words || 'The cluster reports no phase',
  );
}

/** A Database of CloudNativePG was applied, or why not. */
export function postgresDatabaseHealth(object: JsonObject): Health {
  const generation = numberAt(object, 'metadata', 'generation');
  const observed = numberAt(object, 'status', 'observedGeneration');
  const applied = at(object, 'status', 'applied');
  const words = textAt(object, 'status', 'message');
  const current = generation === undefined || generation === observed;
  if (current && applied === true) {
    return health('Healthy', words || 'The database is applied');
  }
  if (current && applied === false) {
    return health(
      'Degraded',
      words || 'CloudNativePG failed to apply the Database',
    );
  }
  return health(
    'Progressing',
    words || 'Waiting for CloudNativePG to reconcile Database',
  );
}

/** The first condition that is False decides: failed or still at work. */
export function mariaDbHealth(object: JsonObject): Health {
  const conditions = conditionsOf(object);
  if (at(object, 'status', 'conditions') === undefined) {
    return health('Progressing', 'No status info available');
  }
  const missing = conditions.find(item => item.status === 'False');
  if (missing) {
    const status = missing.reason === 'Failed' ? 'Degraded' : 'Progressing';
    return healthBy(status, missing, `${missing.type} is False`);
  }
  const last = conditions.at(-1);
  return last
    ? healthBy('Healthy', last, 'Running')
    : health('Healthy', 'Running');
}

const COLOURS: Readonly<Record<string, HealthStatus>> = {
  green: 'Healthy',
  yellow: 'Progressing',
  red: 'Degraded',
};

function colourName(colour: string): string {
  return colour.charAt(0).toUpperCase() + colour.slice(1);
}

/** All nodes there and ready: then the colour of the cluster decides. */
export function elasticsearchHealth(object: JsonObject): Health {
  const unknown = health('Unknown', 'Elasticsearch Cluster status is unknown');
  const available = numberAt(object, 'status', 'availableNodes');
  if (available === undefined) return unknown;
  const wanted = itemsAt(object, 'spec', 'nodeSets').reduce(
    (sum, set) => sum + (numberAt(set, 'count') ?? 0),
    0,
  );
  if (available < wanted) {
    return health(
      'Progressing',
      `The desired amount of availableNodes is ${wanted} but the current amount is ${available}`,
    );
  }
  const colour = textAt(object, 'status', 'health');
  if (available > wanted || !colour) return unknown;
  const phase = textAt(object, 'status', 'phase');
  switch (phase) {
    case 'Ready':
      return Object.hasOwn(COLOURS, colour)
        ? health(
            COLOURS[colour],
            `Elasticsearch Cluster status is ${colourName(colour)}`,
          )
        : unknown;
    case 'ApplyingChanges':
    case 'MigratingData':
      return health('Progressing', `Elasticsearch phase is ${phase}`);
    case 'Invalid':
      return health('Degraded', 'Elasticsearch phase is Invalid');
    default:
      return unknown;
  }
}

/** By colour; without one its nodes are still to come. */
export function beatHealth(object: JsonObject): Health {
  const colour = textAt(object, 'status', 'health');
  const expected = numberAt(object, 'status', 'expectedNodes');
  if (Object.hasOwn(COLOURS, colour)) {
    return health(
      COLOURS[colour],
      colour === 'yellow'
        ? `Elastic Beat status is deploying, there is ${
            numberAt(object, 'status', 'availableNodes') ?? 0
          } instance(s) on ${expected ?? 0} expected`
        : `Elastic Beat status is ${colourName(colour)}`,
    );
  }
  return !colour && expected !== undefined
    ? health('Progressing', 'Elastic Beat phase is progressing')
    : health('Unknown', 'Elastic Beat status is unknown');
}

/** RabbitMQ clusters: reconciled, formed, and all replicas there. */
export function rabbitClusterHealth(object: JsonObject): Health {
  const conditions = conditionsOf(object);
  const failed = conditions.find(
    item => item.type === 'ReconcileSuccess' && item.status === 'False',
  );
  if (failed) return healthBy('Degraded', failed, 'Reconciling failed');
  const formed = findCondition(conditions, 'ClusterAvailable');
  const replicas = findCondition(conditions, 'AllReplicasReady');
  if (formed?.status === 'Unknown' || replicas?.status === 'Unknown') {
    return health(
      'Progressing',
      'Waiting for RabbitMQ cluster readiness (conditions unknown)',
    );
  }
  if (
    replicas?.status === 'False' &&
    replicas.reason === 'ScaledToZero' &&
    numberAt(object, 'spec', 'replicas') === 0
  ) {
    return health('Suspended', 'RabbitmqCluster is scaled to 0 replicas');
  }
  if (formed?.status === 'False') {
    return health('Progressing', 'Waiting for RabbitMQ cluster formation');
  }
  if (replicas?.status === 'False') {
    return health('Progressing', 'Waiting for RabbitMQ instances ready');
  }
  return formed && replicas
    ? health('Healthy', 'RabbitMQ cluster ready')
    : health('Progressing', 'Waiting for RabbitMQ Operator');
}
