import { TypeTable } from './facts';

const META = 'apimachinery.pkg.apis.meta.v1.ObjectMeta';
const CRD = 'apiextensions-apiserver.pkg.apis.apiextensions.v1';

/**
 * What the recorded table does not say: order-free lists, durations, types of
 * custom resources that embed built-in ones, what Crossplane fills in, and
 * defaults that its sample objects always gave. Kubernetes' own defaults:
 * pkg/apis/<group>/<version>/defaults.go; Crossplane's: crossplane-runtime
 * pkg/xcrd.
 */
export const OWN_TYPES: TypeTable = {
  'apps.v1.RollingUpdateDaemonSet': { maxUnavailable: { default: 1 } },
  'apps.v1.RollingUpdateDeployment': { maxSurge: { default: '25%' } },
  'apps.v1.RollingUpdateStatefulSetStrategy': { partition: { default: 0 } },
  'apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy': {
    whenDeleted: { default: 'Retain' },
  },
  'admissionregistration.v1.ValidatingWebhook': {
    failurePolicy: { default: 'Fail' },
  },
  'autoscaling.v2.HorizontalPodAutoscalerSpec': { metrics: { bag: true } },
  'autoscaling.v2.HorizontalPodAutoscalerBehavior': {
    scaleDown: {
      default: {
        policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
        selectPolicy: 'Max',
      },
    },
  },
  'batch.v1.PodFailurePolicyOnPodConditionsPattern': {
    status: { default: 'True' },
  },
  'batch.v1.PodFailurePolicyRule': {
    onPodConditions: {
      type: 'batch.v1.PodFailurePolicyOnPodConditionsPattern',
    },
  },
  'admissionregistration.v1.WebhookClientConfig': { caBundle: { bytes: true } },
  [`${CRD}.WebhookClientConfig`]: { caBundle: { bytes: true } },
  'certificates.v1.CertificateSigningRequestSpec': { request: { bytes: true } },
  'core.v1.ConfigMap': { binaryData: { bytes: true } },
  'core.v1.EndpointSubset': {
    addresses: { bag: true },
    notReadyAddresses: { bag: true },
    ports: { bag: true },
  },
  'kube-aggregator.pkg.apis.apiregistration.v1.APIServiceSpec': {
    caBundle: { bytes: true },
  },
  'core.v1.EphemeralContainer': {
    imagePullPolicy: { default: { anyOf: ['Always', 'IfNotPresent'] } },
    resources: { default: {} },
    terminationMessagePath: { default: '/dev/termination-log' },
    terminationMessagePolicy: { default: 'File' },
  },
  'core.v1.Endpoints': { subsets: { bag: true } },
  'core.v1.PersistentVolumeClaim': { status: { assigned: true } },
  // Not any value: they follow from another field, see drift/derived.ts.
  'core.v1.PodSpec': {
    serviceAccount: { assigned: false },
    serviceAccountName: { assigned: false },
  },
  'core.v1.PodTemplateSpec': { metadata: { assigned: false } },
  'core.v1.LimitRangeItem': {
    default: { assigned: false },
    defaultRequest: { assigned: false },
  },
  'core.v1.ResourceRequirements': { requests: { assigned: false } },
  'core.v1.ServicePort': { targetPort: { assigned: false } },
  'core.v1.ServiceSpec': {
    healthCheckNodePort: { assigned: true },
    ipFamilyPolicy: {
      assigned: false,
      default: { anyOf: ['SingleStack', 'RequireDualStack'] },
    },
  },
  'core.v1.Volume': { emptyDir: { default: {} } },
  'core.v1.Secret': { type: { default: 'Opaque' } },
  'flowcontrol.v1.ExemptPriorityLevelConfiguration': {
    lendablePercent: { default: 0 },
    nominalConcurrencyShares: { default: 0 },
  },
  'flowcontrol.v1.LimitedPriorityLevelConfiguration': {
    lendablePercent: { default: 0 },
    limitResponse: { type: 'flowcontrol.v1.LimitResponse' },
    nominalConcurrencyShares: { default: 30 },
  },
  'flowcontrol.v1.LimitResponse': {
    queuing: { type: 'flowcontrol.v1.QueuingConfiguration' },
  },
  'flowcontrol.v1.QueuingConfiguration': {
    handSize: { default: 8 },
    queueLengthLimit: { default: 50 },
    queues: { default: 64 },
  },
  'networking.v1.NetworkPolicySpec': {
    policyTypes: { default: { anyOf: [['Ingress'], ['Ingress', 'Egress']] } },
  },
  'rbac.v1.RoleRef': { apiGroup: { default: 'rbac.authorization.k8s.io' } },
  'rbac.v1.RoleBinding': { roleRef: { type: 'rbac.v1.RoleRef' } },
  'rbac.v1.ClusterRoleBinding': { roleRef: { type: 'rbac.v1.RoleRef' } },
  [`${CRD}.CustomResourceDefinitionNames`]: {
    singular: { default: undefined },
    listKind: { default: undefined },
  },
  [`${CRD}.JSONSchemaProps`]: {
    definitions: { map: true },
    patternProperties: { map: true },
    properties: { map: true },
  },
  'admissionregistration.v1.MutatingAdmissionPolicySpec': {
    failurePolicy: { default: 'Fail' },
  },
  'core.v1.ImageVolumeSource': {
    pullPolicy: { default: { anyOf: ['Always', 'IfNotPresent'] } },
  },
  'resource.v1.ExactDeviceRequest': {
    allocationMode: { default: 'ExactCount' },
    count: { default: 1 },
  },
  'resource.v1.DeviceSubRequest': {
    allocationMode: { default: 'ExactCount' },
    count: { default: 1 },
  },
  'resource.v1.DeviceTaint': { timeAdded: { assigned: true } },
  'storage.v1.CSIDriverSpec': {
    preventPodSchedulingIfMissing: { default: false },
  },
  'resource.v1.CounterSet': { counters: { map: true } },
  'resource.v1.Device': {
    attributes: { map: true },
    nodeAllocatableResourceMappings: { map: true },
  },
  'resource.v1.DeviceCounterConsumption': { counters: { map: true } },

  'custom.Resource': {
    metadata: { type: META },
    spec: { type: 'custom.CompositeSpec' },
  },
  'custom.CompositeSpec': {
    crossplane: { type: 'custom.CompositeMachinery' },
    compositeDeletePolicy: { default: 'Background' },
    compositionUpdatePolicy: { default: 'Automatic' },
    resourceRefs: { atomic: true },
  },
  'custom.CompositeMachinery': {
    compositionUpdatePolicy: { default: 'Automatic' },
    resourceRefs: { atomic: true },
  },
  'custom.Managed': {
    metadata: { type: META },
    spec: { type: 'custom.ManagedSpec' },
  },
  'custom.ManagedSpec': {
    deletionPolicy: { default: 'Delete' },
    managementPolicies: { default: ['*'] },
    providerConfigRef: {
      default: {
        anyOf: [
          { name: 'default' },
          { kind: 'ClusterProviderConfig', name: 'default' },
        ],
      },
    },
  },
  'custom.Certificate': {
    metadata: { type: META },
    spec: { type: 'custom.CertificateSpec' },
  },
  'custom.CertificateSpec': {
    duration: { duration: true },
    renewBefore: { duration: true },
  },
  'custom.Workload': {
    metadata: { type: META },
    spec: { type: 'custom.WorkloadSpec' },
  },
  'custom.WorkloadSpec': {
    selector: {
      type: 'apimachinery.pkg.apis.meta.v1.LabelSelector',
      atomic: true,
    },
    template: { type: 'core.v1.PodTemplateSpec' },
    volumeClaimTemplates: {
      type: 'core.v1.PersistentVolumeClaim',
      atomic: true,
    },
  },
};

/** `group/kind` of custom resources to their type, in every version. */
export const OWN_KINDS: Readonly<Record<string, string>> = {
  'apps.kruise.io/CloneSet': 'custom.Workload',
  'apps.kruise.io/DaemonSet': 'custom.Workload',
  'apps.kruise.io/StatefulSet': 'custom.Workload',
  'argoproj.io/Rollout': 'custom.Workload',
  'cert-manager.io/Certificate': 'custom.Certificate',
  'serving.knative.dev/Service': 'custom.Workload',
};

/**
 * Versions that a cluster may still serve, to the version whose types they
 * share.
 */
export const OLD_VERSIONS: Readonly<Record<string, string>> = {
  'autoscaling/v2beta2/HorizontalPodAutoscaler':
    'autoscaling/v2/HorizontalPodAutoscaler',
  'batch/v1beta1/CronJob': 'batch/v1/CronJob',
  'policy/v1beta1/PodDisruptionBudget': 'policy/v1/PodDisruptionBudget',
};

/**
 * Kinds that a typed client writes back whole, so that every zero value may be
 * gone from the live object.
 */
export const TYPED_CLIENT_KINDS: ReadonlySet<string> = new Set([
  'argoproj.io/Application',
]);

/**
 * Zeros that the extracted types do not tell of: types with a reading of their
 * own, and a scalar that is a struct in Go.
 */
export const OWN_ZERO_OMITTED: Readonly<Record<string, readonly string[]>> = {
  [`${CRD}.JSONSchemaProps`]: [
    'description',
    'exclusiveMaximum',
    'exclusiveMinimum',
    'format',
    'id',
    'nullable',
    'pattern',
    'title',
    'type',
    'uniqueItems',
    'x-kubernetes-embedded-resource',
    'x-kubernetes-int-or-string',
  ],
  'core.v1.ServicePort': ['targetPort'],
};
