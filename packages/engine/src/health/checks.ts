import { JsonObject } from '../fields';
import { apiServiceHealth } from './kinds/apiService';
import { applicationHealth } from './kinds/application';
import { applicationSetHealth } from './kinds/applicationSet';
import { autoscalerHealth } from './kinds/autoscaler';
import {
  certificateHealth,
  certificateRequestHealth,
  clusterIssuerHealth,
  issuerHealth,
} from './kinds/certManager';
import {
  clusterHealth,
  machineDeploymentHealth,
  machineHealth,
  machineHealthCheckHealth,
  machinePoolHealth,
} from './kinds/clusterApi';
import { CONDITION_KINDS, awsControllerHealth } from './kinds/conditionKinds';
import { cronJobHealth } from './kinds/cronJob';
import { customResourceDefinitionHealth } from './kinds/customResourceDefinition';
import { daemonSetHealth } from './kinds/daemonSet';
import {
  beatHealth,
  elasticsearchHealth,
  mariaDbHealth,
  postgresClusterHealth,
  postgresDatabaseHealth,
  rabbitClusterHealth,
} from './kinds/databases';
import { deploymentHealth } from './kinds/deployment';
import {
  clusterExternalSecretHealth,
  clusterSecretStoreHealth,
  externalSecretHealth,
  pushSecretHealth,
  secretStoreHealth,
} from './kinds/externalSecrets';
import { FLUX_KINDS } from './kinds/flux';
import {
  backendPolicyHealth,
  gatewayClassHealth,
  gatewayHealth,
  policyHealth,
  routeHealth,
  tlsRouteHealth,
} from './kinds/gatewayApi';
import { jobHealth } from './kinds/job';
import { glooHealth, httpProxyHealth } from './kinds/ingressControllers';
import {
  knativeEventingHealth,
  knativeServiceHealth,
  knativeServingHealth,
} from './kinds/knative';
import { kroInstanceHealth, resourceGraphDefinitionHealth } from './kinds/kro';
import { listenerSetHealth } from './kinds/listenerSet';
import { ingressHealth, serviceHealth } from './kinds/network';
import {
  deploymentConfigHealth,
  ingressControllerHealth,
  routeAdmissionHealth,
  subscriptionHealth,
} from './kinds/openShift';
import {
  canaryHealth,
  configConnectorHealth,
  disruptionBudgetHealth,
  envoyBackendHealth,
  kyvernoNewPolicyHealth,
  kyvernoPolicyHealth,
  nodeClaimHealth,
  sealedSecretHealth,
  snapshotHealth,
  victoriaMetricsHealth,
} from './kinds/operators';
import { PHASE_KINDS } from './kinds/phaseKinds';
import { PLATFORM_KINDS } from './kinds/platformKinds';
import { podHealth } from './kinds/pod';
import { replicaSetHealth } from './kinds/replicaSet';
import { rolloutHealth } from './kinds/rollout';
import { statefulSetHealth } from './kinds/statefulSet';
import {
  dataVolumeHealth,
  machineInstanceHealth,
  virtualMachineHealth,
} from './kinds/virtualMachines';
import { volumeClaimHealth } from './kinds/volumeClaim';
import { workflowHealth } from './kinds/workflow';
import { Health } from './types';
import { health, textAt } from './view';

export type HealthCheck = (object: JsonObject) => Health;

/** Argo CD reads built-in kinds by their Go types, so in these versions only. */
function only(versions: readonly string[], check: HealthCheck): HealthCheck {
  return object => {
    const apiVersion = textAt(object, 'apiVersion');
    return versions.includes(apiVersion)
      ? check(object)
      : health(
          'Unknown',
          `unsupported ${textAt(object, 'kind')} version: ${apiVersion}`,
        );
  };
}

const KYVERNO_POLICIES = ['Deleting', 'Generating', 'ImageValidating']
  .concat('Mutating', 'Validating')
  .flatMap(name => [`${name}Policy`, `Namespaced${name}Policy`]);

/** Kinds that are known by name, `group/Kind`. */
const CHECKS: ReadonlyMap<string, HealthCheck> = new Map<string, HealthCheck>([
  ['/PersistentVolumeClaim', volumeClaimHealth],
  ['/Pod', podHealth],
  ['/Service', serviceHealth],
  [
    'apiextensions.k8s.io/CustomResourceDefinition',
    customResourceDefinitionHealth,
  ],
  ['apiregistration.k8s.io/APIService', apiServiceHealth],
  ['apps/DaemonSet', only(['apps/v1'], daemonSetHealth)],
  ['apps/Deployment', only(['apps/v1'], deploymentHealth)],
  ['apps/ReplicaSet', only(['apps/v1'], replicaSetHealth)],
  ['apps/StatefulSet', only(['apps/v1'], statefulSetHealth)],
  ['apps.openshift.io/DeploymentConfig', deploymentConfigHealth],
  ['argoproj.io/Application', applicationHealth],
  ['argoproj.io/ApplicationSet', applicationSetHealth],
  ['argoproj.io/Rollout', rolloutHealth],
  ['argoproj.io/Workflow', workflowHealth],
  [
    'autoscaling/HorizontalPodAutoscaler',
    only(['autoscaling/v1', 'autoscaling/v2'], autoscalerHealth),
  ],
  ['batch/CronJob', cronJobHealth],
  ['batch/Job', only(['batch/v1'], jobHealth)],
  ['beat.k8s.elastic.co/Beat', beatHealth],
  ['bitnami.com/SealedSecret', sealedSecretHealth],
  ['cdi.kubevirt.io/DataVolume', dataVolumeHealth],
  ['cert-manager.io/Certificate', certificateHealth],
  ['cert-manager.io/CertificateRequest', certificateRequestHealth],
  ['cert-manager.io/ClusterIssuer', clusterIssuerHealth],
  ['cert-manager.io/Issuer', issuerHealth],
  ['cluster.x-k8s.io/Cluster', clusterHealth],
  ['cluster.x-k8s.io/Machine', machineHealth],
  ['cluster.x-k8s.io/MachineDeployment', machineDeploymentHealth],
  ['cluster.x-k8s.io/MachineHealthCheck', machineHealthCheckHealth],
  ['cluster.x-k8s.io/MachinePool', machinePoolHealth],
  ['elasticsearch.k8s.elastic.co/Elasticsearch', elasticsearchHealth],
  ['extensions/Ingress', ingressHealth],
  ['external-secrets.io/ClusterExternalSecret', clusterExternalSecretHealth],
  ['external-secrets.io/ClusterSecretStore', clusterSecretStoreHealth],
  ['external-secrets.io/ExternalSecret', externalSecretHealth],
  ['external-secrets.io/PushSecret', pushSecretHealth],
  ['external-secrets.io/SecretStore', secretStoreHealth],
  ['flagger.app/Canary', canaryHealth],
  ['gateway.envoyproxy.io/Backend', envoyBackendHealth],
  ['gateway.envoyproxy.io/BackendTrafficPolicy', policyHealth],
  ['gateway.envoyproxy.io/ClientTrafficPolicy', policyHealth],
  ['gateway.envoyproxy.io/EnvoyExtensionPolicy', policyHealth],
  ['gateway.envoyproxy.io/EnvoyPatchPolicy', policyHealth],
  ['gateway.envoyproxy.io/SecurityPolicy', policyHealth],
  ['gateway.networking.k8s.io/BackendTLSPolicy', backendPolicyHealth],
  ['gateway.networking.k8s.io/GRPCRoute', routeHealth],
  ['gateway.networking.k8s.io/Gateway', gatewayHealth],
  ['gateway.networking.k8s.io/GatewayClass', gatewayClassHealth],
  ['gateway.networking.k8s.io/HTTPRoute', routeHealth],
  ['gateway.networking.k8s.io/ListenerSet', listenerSetHealth],
  ['gateway.networking.k8s.io/TLSRoute', tlsRouteHealth],
  ['k8s.mariadb.com/MariaDB', mariaDbHealth],
  ['karpenter.sh/NodeClaim', nodeClaimHealth],
  ['kro.run/ResourceGraphDefinition', resourceGraphDefinitionHealth],
  ['kubevirt.io/VirtualMachine', virtualMachineHealth],
  ['kubevirt.io/VirtualMachineInstance', machineInstanceHealth],
  ['kyverno.io/Policy', kyvernoPolicyHealth],
  ['networking.k8s.io/Ingress', ingressHealth],
  ['operator.knative.dev/KnativeEventing', knativeEventingHealth],
  ['operator.knative.dev/KnativeServing', knativeServingHealth],
  ['operator.openshift.io/IngressController', ingressControllerHealth],
  ['operators.coreos.com/Subscription', subscriptionHealth],
  ['policy/PodDisruptionBudget', disruptionBudgetHealth],
  ['postgresql.cnpg.io/Cluster', postgresClusterHealth],
  ['postgresql.cnpg.io/Database', postgresDatabaseHealth],
  ['projectcontour.io/HTTPProxy', httpProxyHealth],
  ['rabbitmq.com/RabbitmqCluster', rabbitClusterHealth],
  ['route.openshift.io/Route', routeAdmissionHealth],
  ['serving.knative.dev/Service', knativeServiceHealth],
  ['snapshot.storage.k8s.io/VolumeSnapshot', snapshotHealth],
  ['snapshot.storage.k8s.io/VolumeSnapshotContent', snapshotHealth],
  ...KYVERNO_POLICIES.map(
    kind => [`policies.kyverno.io/${kind}`, kyvernoNewPolicyHealth] as const,
  ),
  ...CONDITION_KINDS,
  ...FLUX_KINDS,
  ...PHASE_KINDS,
  ...PLATFORM_KINDS,
]);

/** Groups of which every other kind is read alike. */
function groupCheck(group: string): HealthCheck | undefined {
  if (group.endsWith('.services.k8s.aws')) return awsControllerHealth;
  if (group.endsWith('.cnrm.cloud.google.com')) return configConnectorHealth;
  if (group === 'gateway.solo.io' || group === 'gloo.solo.io') {
    return glooHealth;
  }
  if (group === 'kro.run') return kroInstanceHealth;
  return group === 'operator.victoriametrics.com'
    ? victoriaMetricsHealth
    : undefined;
}

/** The check for a kind that is known by name or by its group. */
export function checkOf(group: string, kind: string): HealthCheck | undefined {
  return CHECKS.get(`${group}/${kind}`) ?? groupCheck(group);
}
