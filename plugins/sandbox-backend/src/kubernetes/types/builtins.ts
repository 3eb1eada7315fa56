import { builtinType } from './builtinType';
import { Resource, ScaleSubresource } from './Resource';

const REPLICAS: ScaleSubresource = {
  specReplicasPath: '.spec.replicas',
  statusReplicasPath: '.status.replicas',
};

type Row = [
  apiVersion: string,
  kind: string,
  plural: string,
  scope: 'namespaced' | 'cluster',
  options?: {
    short?: string[];
    status?: boolean;
    scale?: boolean;
    generation?: boolean;
    all?: boolean;
  },
];

const ROWS: Row[] = [
  ['v1', 'Namespace', 'namespaces', 'cluster', { short: ['ns'], status: true }],
  ['v1', 'ConfigMap', 'configmaps', 'namespaced', { short: ['cm'] }],
  ['v1', 'Secret', 'secrets', 'namespaced'],
  [
    'v1',
    'Service',
    'services',
    'namespaced',
    { short: ['svc'], status: true, all: true },
  ],
  ['v1', 'ServiceAccount', 'serviceaccounts', 'namespaced', { short: ['sa'] }],
  [
    'v1',
    'Pod',
    'pods',
    'namespaced',
    { short: ['po'], status: true, all: true, generation: true },
  ],
  [
    'v1',
    'PersistentVolumeClaim',
    'persistentvolumeclaims',
    'namespaced',
    { short: ['pvc'], status: true },
  ],
  [
    'v1',
    'ResourceQuota',
    'resourcequotas',
    'namespaced',
    { short: ['quota'], status: true },
  ],
  ['v1', 'LimitRange', 'limitranges', 'namespaced', { short: ['limits'] }],
  ['v1', 'Event', 'events', 'namespaced', { short: ['ev'] }],
  [
    'apps/v1',
    'Deployment',
    'deployments',
    'namespaced',
    {
      short: ['deploy'],
      status: true,
      scale: true,
      generation: true,
      all: true,
    },
  ],
  [
    'apps/v1',
    'StatefulSet',
    'statefulsets',
    'namespaced',
    { short: ['sts'], status: true, scale: true, generation: true, all: true },
  ],
  [
    'apps/v1',
    'DaemonSet',
    'daemonsets',
    'namespaced',
    { short: ['ds'], status: true, generation: true, all: true },
  ],
  [
    'apps/v1',
    'ReplicaSet',
    'replicasets',
    'namespaced',
    { short: ['rs'], status: true, scale: true, generation: true, all: true },
  ],
  [
    'batch/v1',
    'Job',
    'jobs',
    'namespaced',
    { status: true, generation: true, all: true },
  ],
  [
    'batch/v1',
    'CronJob',
    'cronjobs',
    'namespaced',
    { short: ['cj'], status: true, generation: true, all: true },
  ],
  [
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
    'namespaced',
    { short: ['hpa'], status: true, all: true },
  ],
  [
    'networking.k8s.io/v1',
    'Ingress',
    'ingresses',
    'namespaced',
    { short: ['ing'], status: true, generation: true },
  ],
  [
    'networking.k8s.io/v1',
    'NetworkPolicy',
    'networkpolicies',
    'namespaced',
    { short: ['netpol'], generation: true },
  ],
  [
    'policy/v1',
    'PodDisruptionBudget',
    'poddisruptionbudgets',
    'namespaced',
    { short: ['pdb'], status: true, generation: true },
  ],
  ['rbac.authorization.k8s.io/v1', 'Role', 'roles', 'namespaced'],
  ['rbac.authorization.k8s.io/v1', 'RoleBinding', 'rolebindings', 'namespaced'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'clusterroles', 'cluster'],
  [
    'rbac.authorization.k8s.io/v1',
    'ClusterRoleBinding',
    'clusterrolebindings',
    'cluster',
  ],
  [
    'admissionregistration.k8s.io/v1',
    'ValidatingAdmissionPolicy',
    'validatingadmissionpolicies',
    'cluster',
    { status: true, generation: true },
  ],
  [
    'admissionregistration.k8s.io/v1',
    'ValidatingAdmissionPolicyBinding',
    'validatingadmissionpolicybindings',
    'cluster',
    { generation: true },
  ],
  [
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    'customresourcedefinitions',
    'cluster',
    { short: ['crd', 'crds'], status: true, generation: true },
  ],
];

/** The built-in kinds that the sandbox serves. */
export const BUILTINS: readonly Resource[] = ROWS.map(
  ([apiVersion, kind, plural, scope, options = {}]) => {
    const [group, version] = apiVersion.includes('/')
      ? apiVersion.split('/')
      : ['', apiVersion];
    return {
      group,
      version,
      kind,
      plural,
      singular: kind.toLowerCase(),
      shortNames: options.short ?? [],
      categories: options.all ? ['all'] : [],
      namespaced: scope === 'namespaced',
      status: options.status ?? false,
      scale: options.scale ? REPLICAS : undefined,
      generation: options.generation ?? false,
      type: builtinType(group, kind),
      storageVersion: version,
    };
  },
);
