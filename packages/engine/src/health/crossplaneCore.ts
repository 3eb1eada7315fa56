import { JsonObject } from '../fields';
import { reconcileFailure } from './crossplane';
import { Health } from './types';
import {
  conditionsOf,
  findCondition,
  groupOf,
  health,
  healthBy,
  textAt,
} from './view';

/** Kinds without a status in any provider: they exist, that is all there is to know. */
const STATELESS: ReadonlySet<string> = new Set([
  'ClusterProviderConfig',
  'ClusterProviderConfigUsage',
  'ProviderConfig',
  'ProviderConfigUsage',
  'StoreConfig',
]);

/** The same among Crossplane's own kinds. */
const STATELESS_CORE: ReadonlySet<string> = new Set([
  'apiextensions.crossplane.io/Composition',
  'apiextensions.crossplane.io/EnvironmentConfig',
  'pkg.crossplane.io/ControllerConfig',
  'pkg.crossplane.io/DeploymentRuntimeConfig',
  'pkg.crossplane.io/ImageConfig',
  'pkg.crossplane.io/Lock',
]);

/** Kinds of apiextensions.crossplane.io with the one condition that decides. */
const DECIDED_BY: ReadonlyMap<string, string> = new Map([
  ['CompositeResourceDefinition', 'Established'],
  ['CompositionRevision', 'ValidPipeline'],
  ['ManagedResourceActivationPolicy', 'Healthy'],
  ['ManagedResourceDefinition', 'Established'],
]);

const PACKAGES: ReadonlySet<string> = new Set([
  'Configuration',
  'Function',
  'Provider',
]);

const REVISION_CONDITIONS = ['Healthy', 'RevisionHealthy', 'RuntimeHealthy'];

function packageHealth(
  object: JsonObject,
  types: readonly string[],
  all: boolean,
): Health {
  const conditions = conditionsOf(object);
  const failure = reconcileFailure(conditions);
  if (failure) return failure;
  const found = types.flatMap(type => findCondition(conditions, type) ?? []);
  const bad = found.find(item => item.status === 'False');
  if (bad) {
    const reasons = found.map(item => item.reason).join(' ');
    const words = bad.message && `: ${bad.message}`;
    return { ...healthBy('Degraded', bad, ''), message: `${reasons}${words}` };
  }
  const good = found.filter(item => item.status === 'True');
  if (good.length > 0 && good.length === (all ? types.length : found.length)) {
    return healthBy('Healthy', good[good.length - 1], 'Installed and healthy');
  }
  return health('Progressing', 'The package is being installed');
}

function definitionHealth(object: JsonObject, type: string): Health {
  const conditions = conditionsOf(object);
  const failure = reconcileFailure(conditions);
  if (failure) return failure;
  const decides = findCondition(conditions, type);
  switch (decides?.status) {
    case 'True':
      return healthBy('Healthy', decides, `${type} is True`);
    case 'False':
      return decides.reason === 'InactiveManagedResource'
        ? healthBy('Suspended', decides, 'Not activated')
        : healthBy('Degraded', decides, `${type} is False: ${decides.reason}`);
    default:
      // Crossplane 1 gives a revision no conditions at all.
      return textAt(object, 'kind') === 'CompositionRevision' &&
        conditions.length === 0
        ? health('Healthy', 'The revision exists')
        : health('Progressing', `Waiting for the condition ${type}`);
  }
}

/**
 * Health of Crossplane's own kinds: packages, definitions, revisions and
 * kinds without a status. Undefined for all others.
 */
export function crossplaneCoreHealth(object: JsonObject): Health | undefined {
  const group = groupOf(object);
  const kind = textAt(object, 'kind');
  if (STATELESS.has(kind) || STATELESS_CORE.has(`${group}/${kind}`)) {
    return health('Healthy', `The ${kind} exists`);
  }
  if (group === 'pkg.crossplane.io') {
    return PACKAGES.has(kind)
      ? packageHealth(object, ['Installed', 'Healthy'], true)
      : packageHealth(object, REVISION_CONDITIONS, false);
  }
  const decides = DECIDED_BY.get(kind);
  return group === 'apiextensions.crossplane.io' && decides !== undefined
    ? definitionHealth(object, decides)
    : undefined;
}
