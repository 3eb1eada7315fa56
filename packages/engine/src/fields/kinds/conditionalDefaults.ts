import { getKey, isList, isObject, Json, JsonObject } from '../json';
import { defaultsOf } from './facts';
import { factsOf } from './table';

/** A field of a struct of an object of a kind. */
export interface Place {
  readonly struct: string;
  readonly field: string;
  readonly kind: string;
}

type Condition = (given: JsonObject, kind: string) => Json | undefined;

const POD_ONLY = new Set([
  'enableServiceLinks',
  'preemptionPolicy',
  'priority',
  'tolerations',
]);

function when(
  condition: (given: JsonObject, kind: string) => boolean,
  value: Json,
): Condition {
  return (given, kind) => (condition(given, kind) ? value : undefined);
}

function text(given: JsonObject, key: string): string {
  const value = getKey(given, key);
  return typeof value === 'string' ? value : '';
}

const rolls = (given: JsonObject) =>
  ['', 'RollingUpdate'].includes(text(given, 'type'));

const hasNodePorts = (given: JsonObject) =>
  ['NodePort', 'LoadBalancer'].includes(text(given, 'type'));

function pullPolicy(given: JsonObject): Json {
  const image = text(given, 'image').split('/').pop() ?? '';
  const isPinned = image.includes('@') || /:(?!latest$)/.test(image);
  return isPinned ? 'IfNotPresent' : 'Always';
}

function policyTypes(given: JsonObject): Json {
  const egress = getKey(given, 'egress');
  return isList(egress) && egress.length > 0
    ? ['Ingress', 'Egress']
    : ['Ingress'];
}

/** What a map of resources takes over from another one for what it lacks. */
function resourcesOf(...sources: readonly string[]): Condition {
  return given => {
    const found: Record<string, Json> = {};
    for (const source of sources) {
      const values = getKey(given, source);
      if (!isObject(values)) continue;
      for (const key of Object.keys(values)) found[key] ??= values[key];
    }
    return Object.keys(found).length > 0 ? found : undefined;
  };
}

const forContainers =
  (condition: Condition): Condition =>
  (given, kind) =>
    given.type === 'Container' ? condition(given, kind) : undefined;

function countOfDevices(given: JsonObject): Json | undefined {
  return given.allocationMode === 'All' ? undefined : 1;
}

/** Filled in whole or not at all: its parts have conditions of their own. */
function ifAbsent(struct: string, field: string): Condition {
  return given =>
    getKey(given, field) === undefined
      ? factsOf(struct, field)?.default
      : undefined;
}

const ROLLING_UPDATE = '25%';

/**
 * Defaults that follow from other fields of the same struct, by struct and
 * field. Everything else of the table is filled in wherever its struct is.
 *
 * Source: Kubernetes pkg/apis/<group>/<version>/defaults.go.
 */
const CONDITIONS: Readonly<Record<string, Condition>> = {
  'apps.v1.DaemonSetUpdateStrategy.rollingUpdate': when(rolls, {
    maxSurge: 0,
    maxUnavailable: 1,
  }),
  'apps.v1.DeploymentStrategy.rollingUpdate': when(rolls, {
    maxSurge: ROLLING_UPDATE,
    maxUnavailable: ROLLING_UPDATE,
  }),
  'apps.v1.StatefulSetUpdateStrategy.rollingUpdate': when(
    given => getKey(given, 'type') === undefined,
    { partition: 0 },
  ),
  'apps.v1.DaemonSetSpec.updateStrategy': ifAbsent(
    'apps.v1.DaemonSetSpec',
    'updateStrategy',
  ),
  'apps.v1.DaemonSetUpdateStrategy.type': () => 'RollingUpdate',
  'apps.v1.DeploymentSpec.strategy': ifAbsent(
    'apps.v1.DeploymentSpec',
    'strategy',
  ),
  'apps.v1.StatefulSetSpec.updateStrategy': ifAbsent(
    'apps.v1.StatefulSetSpec',
    'updateStrategy',
  ),
  'apps.v1.StatefulSetUpdateStrategy.type': () => 'RollingUpdate',
  'batch.v1.JobSpec.backoffLimit': given =>
    getKey(given, 'backoffLimitPerIndex') === undefined ? 6 : 2147483647,
  'batch.v1.JobSpec.completions': when(
    ({ parallelism, completions }) =>
      parallelism === undefined && completions === undefined,
    1,
  ),
  'batch.v1.JobSpec.podReplacementPolicy': given =>
    getKey(given, 'podFailurePolicy') === undefined
      ? 'TerminatingOrFailed'
      : 'Failed',
  'core.v1.Container.imagePullPolicy': pullPolicy,
  'core.v1.EphemeralContainer.imagePullPolicy': pullPolicy,
  'core.v1.LimitRangeItem.default': forContainers(resourcesOf('max')),
  'core.v1.LimitRangeItem.defaultRequest': forContainers(
    resourcesOf('default', 'max', 'min'),
  ),
  'core.v1.PodSpec.serviceAccount': given =>
    getKey(given, 'serviceAccountName'),
  'core.v1.PodSpec.serviceAccountName': given =>
    getKey(given, 'serviceAccount'),
  'core.v1.ResourceRequirements.requests': (given, kind) =>
    kind === 'Pod' ? resourcesOf('limits')(given, kind) : undefined,
  'core.v1.ServicePort.targetPort': given => getKey(given, 'port'),
  'core.v1.ServiceSpec.allocateLoadBalancerNodePorts': when(
    given => given.type === 'LoadBalancer',
    true,
  ),
  'core.v1.ServiceSpec.externalTrafficPolicy': when(
    given => hasNodePorts(given) || getKey(given, 'externalIPs') !== undefined,
    'Cluster',
  ),
  'core.v1.ServiceSpec.internalTrafficPolicy': when(
    given => given.type !== 'ExternalName',
    'Cluster',
  ),
  'core.v1.ServiceSpec.ipFamilyPolicy': when(
    given => given.type !== 'ExternalName',
    'SingleStack',
  ),
  'core.v1.ServiceSpec.sessionAffinityConfig': when(
    given => given.sessionAffinity === 'ClientIP',
    { clientIP: { timeoutSeconds: 10800 } },
  ),
  'core.v1.Volume.emptyDir': when(
    given => Object.keys(given).every(key => key === 'name'),
    {},
  ),
  // Behind a feature gate that is off where nobody turns it on.
  'storage.v1.CSIDriverSpec.preventPodSchedulingIfMissing': () => undefined,
  'resource.v1.DeviceSubRequest.count': countOfDevices,
  'resource.v1.ExactDeviceRequest.count': countOfDevices,
  'networking.v1.NetworkPolicySpec.policyTypes': policyTypes,
  'rbac.v1.Subject.apiGroup': when(
    given => given.kind === 'User' || given.kind === 'Group',
    'rbac.authorization.k8s.io',
  ),
  'autoscaling.v2.HorizontalPodAutoscalerSpec.metrics': when(
    given => getKey(given, 'metrics') === undefined,
    [
      {
        type: 'Resource',
        resource: {
          name: 'cpu',
          target: { type: 'Utilization', averageUtilization: 80 },
        },
      },
    ],
  ),
  // Of the recorded sample's own name.
  'apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames.listKind':
    given => (text(given, 'kind') ? `${text(given, 'kind')}List` : undefined),
  'apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames.singular':
    given => text(given, 'kind').toLowerCase() || undefined,
};

/** The default of a field beside what is given, undefined if it has none. */
export function defaultAt(
  { struct, field, kind }: Place,
  given: JsonObject,
): Json | undefined {
  if (struct === 'core.v1.PodSpec' && POD_ONLY.has(field) && kind !== 'Pod') {
    return undefined;
  }
  if (struct === 'batch.v1.JobSpec' && kind !== 'Job') return undefined;
  const name = `${struct}.${field}`;
  if (Object.hasOwn(CONDITIONS, name)) return CONDITIONS[name](given, kind);
  const value = factsOf(struct, field)?.default;
  return value === undefined ? undefined : defaultsOf(value)[0];
}
