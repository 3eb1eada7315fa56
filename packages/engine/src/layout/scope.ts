import { getKey, isObject } from '../fields';
import { Manifest } from '../manifests';

/** Kinds without a namespace, of Kubernetes and of Crossplane itself. */
const CLUSTER_SCOPED: Readonly<Record<string, readonly string[]>> = {
  '': ['Namespace', 'Node', 'PersistentVolume', 'ComponentStatus'],
  'admissionregistration.k8s.io': [
    'MutatingWebhookConfiguration',
    'ValidatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'MutatingAdmissionPolicy',
    'MutatingAdmissionPolicyBinding',
  ],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  'apiregistration.k8s.io': ['APIService'],
  'authentication.k8s.io': ['TokenReview', 'SelfSubjectReview'],
  'authorization.k8s.io': [
    'SelfSubjectAccessReview',
    'SelfSubjectRulesReview',
    'SubjectAccessReview',
  ],
  'certificates.k8s.io': ['CertificateSigningRequest', 'ClusterTrustBundle'],
  'flowcontrol.apiserver.k8s.io': ['FlowSchema', 'PriorityLevelConfiguration'],
  'internal.apiserver.k8s.io': ['StorageVersion'],
  'networking.k8s.io': ['IngressClass', 'IPAddress', 'ServiceCIDR'],
  'node.k8s.io': ['RuntimeClass'],
  policy: ['PodSecurityPolicy'],
  'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding'],
  'resource.k8s.io': ['DeviceClass', 'ResourceSlice', 'DeviceTaintRule'],
  'scheduling.k8s.io': ['PriorityClass'],
  'storage.k8s.io': [
    'CSIDriver',
    'CSINode',
    'StorageClass',
    'VolumeAttachment',
    'VolumeAttributesClass',
  ],
  'storagemigration.k8s.io': ['StorageVersionMigration'],
  'apiextensions.crossplane.io': [
    'CompositeResourceDefinition',
    'Composition',
    'CompositionRevision',
    'EnvironmentConfig',
    'ManagedResourceDefinition',
    'ManagedResourceActivationPolicy',
    'Usage',
  ],
  'pkg.crossplane.io': [
    'Configuration',
    'ConfigurationRevision',
    'ControllerConfig',
    'DeploymentRuntimeConfig',
    'Function',
    'FunctionRevision',
    'ImageConfig',
    'Lock',
    'Provider',
    'ProviderRevision',
  ],
  'protection.crossplane.io': ['ClusterUsage'],
  'ops.crossplane.io': ['CronOperation', 'Operation', 'WatchOperation'],
  'secrets.crossplane.io': ['StoreConfig'],
};

/** Tells whether a kind lives outside of namespaces. */
export type ClusterScope = (group: string, kind: string) => boolean;

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Adds what a CRD or XRD says of the scope of the kinds it defines. */
function readDefinition(manifest: Manifest, known: Map<string, boolean>): void {
  const spec = getKey(manifest.object, 'spec');
  const group = text(getKey(spec, 'group'));
  const kind = text(getKey(getKey(spec, 'names'), 'kind'));
  const scope = text(getKey(spec, 'scope'));
  if (manifest.kind === 'CustomResourceDefinition') {
    known.set(`${group}/${kind}`, scope === 'Cluster');
    return;
  }
  // v1 composites are in no namespace unless they say so, v2 the reverse.
  const cluster =
    manifest.version === 'v1'
      ? scope !== 'Namespaced'
      : scope.endsWith('Cluster');
  known.set(`${group}/${kind}`, cluster);
  const claim = getKey(spec, 'claimNames');
  if (isObject(claim)) {
    known.set(`${group}/${text(getKey(claim, 'kind'))}`, false);
  }
}

function isDefinition({ group, kind }: Manifest): boolean {
  return (
    (group === 'apiextensions.k8s.io' && kind === 'CustomResourceDefinition') ||
    (group === 'apiextensions.crossplane.io' &&
      kind === 'CompositeResourceDefinition')
  );
}

/**
 * Scope by the built-in table and by the CRDs and XRDs of the tree. Kinds
 * that neither knows are namespaced, as Argo CD takes them.
 */
export function scopeOf(manifests: Iterable<Manifest>): ClusterScope {
  const known = new Map<string, boolean>();
  for (const manifest of manifests) {
    if (isDefinition(manifest)) readDefinition(manifest, known);
  }
  return (group, kind) => {
    const builtIn =
      Object.hasOwn(CLUSTER_SCOPED, group) &&
      CLUSTER_SCOPED[group].includes(kind);
    return builtIn || (known.get(`${group}/${kind}`) ?? false);
  };
}
