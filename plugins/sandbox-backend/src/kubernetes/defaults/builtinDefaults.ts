import { JsonObject } from '@backstage/types';
import { mapAt, textAt } from '../objects';
import { fill, podDefaults, withField, withItems } from './podDefaults';

type Defaulter = (spec: JsonObject) => JsonObject;

function template(spec: JsonObject): JsonObject {
  return withField(spec, 'template', value =>
    withField(value, 'spec', podDefaults),
  );
}

const HALF = { maxUnavailable: '25%', maxSurge: '25%' };

function deployment(spec: JsonObject): JsonObject {
  const filled = fill(spec, {
    replicas: 1,
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
  });
  const type = textAt(filled, 'strategy', 'type') ?? 'RollingUpdate';
  filled.strategy =
    type === 'RollingUpdate'
      ? {
          type,
          ...mapAt(filled, 'strategy'),
          rollingUpdate: fill(mapAt(filled, 'strategy', 'rollingUpdate'), HALF),
        }
      : { type };
  return template(filled);
}

function statefulSet(spec: JsonObject): JsonObject {
  const filled = fill(spec, {
    replicas: 1,
    revisionHistoryLimit: 10,
    podManagementPolicy: 'OrderedReady',
    persistentVolumeClaimRetentionPolicy: {
      whenDeleted: 'Retain',
      whenScaled: 'Retain',
    },
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
  });
  return template(
    withItems(filled, 'volumeClaimTemplates', claim => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      ...claim,
      spec: fill(mapAt(claim, 'spec'), { volumeMode: 'Filesystem' }),
      status: { phase: 'Pending' },
    })),
  );
}

function daemonSet(spec: JsonObject): JsonObject {
  return template(
    fill(spec, {
      revisionHistoryLimit: 10,
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
      },
    }),
  );
}

function job(spec: JsonObject): JsonObject {
  return template(
    fill(spec, {
      parallelism: 1,
      completions: 1,
      backoffLimit: 6,
      completionMode: 'NonIndexed',
      suspend: false,
      podReplacementPolicy: 'TerminatingOrFailed',
      manualSelector: false,
    }),
  );
}

function cronJob(spec: JsonObject): JsonObject {
  return withField(
    fill(spec, {
      concurrencyPolicy: 'Allow',
      suspend: false,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 1,
    }),
    'jobTemplate',
    value => withField(value, 'spec', template),
  );
}

function service(spec: JsonObject): JsonObject {
  const type = textAt(spec, 'type') ?? 'ClusterIP';
  const filled = fill(spec, {
    type,
    sessionAffinity: 'None',
    ...(type === 'ExternalName' ? {} : { internalTrafficPolicy: 'Cluster' }),
    ...(type === 'NodePort' || type === 'LoadBalancer'
      ? { externalTrafficPolicy: 'Cluster' }
      : {}),
    ...(type === 'LoadBalancer' ? { allocateLoadBalancerNodePorts: true } : {}),
    ...(type === 'ExternalName'
      ? {}
      : { ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' }),
  });
  return withItems(filled, 'ports', port =>
    fill(port, {
      protocol: 'TCP',
      ...(port.port === undefined ? {} : { targetPort: port.port }),
    }),
  );
}

function networkPolicy(spec: JsonObject): JsonObject {
  const types = Array.isArray(spec.egress)
    ? ['Ingress', 'Egress']
    : ['Ingress'];
  const ports = (rule: JsonObject) =>
    withItems(rule, 'ports', port => fill(port, { protocol: 'TCP' }));
  return withItems(
    withItems(fill(spec, { policyTypes: types }), 'ingress', ports),
    'egress',
    ports,
  );
}

const admissionPolicy: Defaulter = spec =>
  withField(fill(spec, { failurePolicy: 'Fail' }), 'matchConstraints', match =>
    withItems(
      fill(match, {
        matchPolicy: 'Equivalent',
        namespaceSelector: {},
        objectSelector: {},
      }),
      'resourceRules',
      rule => fill(rule, { scope: '*' }),
    ),
  );

const admissionBinding: Defaulter = spec =>
  withField(spec, 'matchResources', match =>
    fill(match, {
      matchPolicy: 'Equivalent',
      namespaceSelector: {},
      objectSelector: {},
    }),
  );

/**
 * What the API server fills into the spec of a built-in kind.
 *
 * Source: objects applied to kube-apiserver 1.36 and read back.
 */
const SPECS: Readonly<Record<string, Defaulter>> = {
  'apps/Deployment': deployment,
  'apps/StatefulSet': statefulSet,
  'apps/DaemonSet': daemonSet,
  'batch/Job': job,
  'batch/CronJob': cronJob,
  '/Service': service,
  '/Pod': podDefaults,
  '/Namespace': spec => fill(spec, { finalizers: ['kubernetes'] }),
  '/PersistentVolumeClaim': spec => fill(spec, { volumeMode: 'Filesystem' }),
  'networking.k8s.io/NetworkPolicy': networkPolicy,
  'autoscaling/HorizontalPodAutoscaler': spec => fill(spec, { minReplicas: 1 }),
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy': admissionPolicy,
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding':
    admissionBinding,
  'apiextensions.k8s.io/CustomResourceDefinition': spec =>
    fill(spec, { conversion: { strategy: 'None' } }),
};

/** Built-in objects get a spec even where it was left out. */
const ALWAYS_SPEC = new Set(['/Namespace']);

/** The object with the defaults of its built-in kind. */
export function builtinDefaults(
  object: JsonObject,
  group: string,
  kind: string,
): JsonObject {
  const id = `${group}/${kind}`;
  let result = object;
  const defaulter = SPECS[id];
  const spec = mapAt(object, 'spec') ?? (ALWAYS_SPEC.has(id) ? {} : undefined);
  if (defaulter && spec) result = { ...result, spec: defaulter(spec) };
  if (id === '/Secret') result = fill(result, { type: 'Opaque' });
  return result;
}
