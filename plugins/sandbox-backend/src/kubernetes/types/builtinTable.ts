/**
 * Lists and mappings of the built-in kinds that are not plain: `keyed` by
 * fields, a `set`, or `atomic`. Fields that are not named here are free of
 * peculiarities (or, for lists, atomic).
 *
 * Source: the list-type and map-type markers in the OpenAPI document of
 * kube-apiserver 1.36 (Kubernetes, Apache License 2.0).
 */
export type FieldEntry = {
  readonly type?: TypeName;
  readonly keyed?: readonly string[];
  readonly set?: boolean;
  readonly atomic?: boolean;
};

type TypeEntry = Readonly<Record<string, FieldEntry>>;

const named = (type: TypeName): FieldEntry => ({ type });
const byName = (type?: TypeName): FieldEntry => ({ keyed: ['name'], type });
const ATOMIC: FieldEntry = { atomic: true };

const container: TypeEntry = {
  env: byName(),
  ports: { keyed: ['containerPort', 'protocol'] },
  volumeDevices: { keyed: ['devicePath'] },
  volumeMounts: { keyed: ['mountPath'] },
  resources: named('resources'),
};

const conditions: TypeEntry = { conditions: { keyed: ['type'] } };

const workload: TypeEntry = {
  selector: ATOMIC,
  template: named('podTemplate'),
};

export const TYPES = {
  object: { metadata: { type: 'meta' }, status: { type: 'conditions' } },
  meta: {
    finalizers: { set: true },
    ownerReferences: { keyed: ['uid'] },
  },
  conditions,
  resources: { claims: byName() },
  container,
  podTemplate: { metadata: named('meta'), spec: named('pod') },
  pod: {
    containers: byName('container'),
    initContainers: byName('container'),
    ephemeralContainers: byName('container'),
    volumes: byName(),
    imagePullSecrets: byName(),
    hostAliases: { keyed: ['ip'] },
    nodeSelector: ATOMIC,
    resourceClaims: byName(),
    schedulingGates: byName(),
    topologySpreadConstraints: { keyed: ['topologyKey', 'whenUnsatisfiable'] },
  },
  workload,
  jobTemplate: { metadata: named('meta'), spec: named('workload') },
  cronJob: { jobTemplate: named('jobTemplate') },
  service: {
    ports: { keyed: ['port', 'protocol'] },
    selector: ATOMIC,
  },
  serviceAccount: {
    metadata: named('meta'),
    imagePullSecrets: { atomic: true },
    secrets: byName(),
  },
  claim: { selector: ATOMIC, dataSource: ATOMIC, dataSourceRef: {} },
  podSelector: { podSelector: ATOMIC, selector: ATOMIC },
  admissionPolicy: {
    matchConditions: byName(),
    variables: byName(),
    paramKind: ATOMIC,
    matchConstraints: ATOMIC,
  },
  admissionBinding: { matchResources: ATOMIC, paramRef: ATOMIC },
  event: { metadata: named('meta'), involvedObject: ATOMIC, related: ATOMIC },
} as const satisfies Record<string, Readonly<Record<string, unknown>>>;

export type TypeName =
  | 'object'
  | 'meta'
  | 'conditions'
  | 'resources'
  | 'container'
  | 'podTemplate'
  | 'pod'
  | 'workload'
  | 'jobTemplate'
  | 'cronJob'
  | 'service'
  | 'serviceAccount'
  | 'claim'
  | 'podSelector'
  | 'admissionPolicy'
  | 'admissionBinding'
  | 'event';

/** The type of `spec`, or of the whole object where it has none, by kind. */
export const SPEC_TYPES: Readonly<Record<string, TypeName>> = {
  'apps/Deployment': 'workload',
  'apps/StatefulSet': 'workload',
  'apps/DaemonSet': 'workload',
  'apps/ReplicaSet': 'workload',
  'batch/Job': 'workload',
  'batch/CronJob': 'cronJob',
  '/Pod': 'pod',
  '/Service': 'service',
  '/PersistentVolumeClaim': 'claim',
  'networking.k8s.io/NetworkPolicy': 'podSelector',
  'policy/PodDisruptionBudget': 'podSelector',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy': 'admissionPolicy',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding':
    'admissionBinding',
};

export const OBJECT_TYPES: Readonly<Record<string, TypeName>> = {
  '/Event': 'event',
  '/ServiceAccount': 'serviceAccount',
};
