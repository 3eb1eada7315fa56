import { JsonObject } from '../fields';
import { apiServiceHealth } from './kinds/apiService';
import { applicationHealth } from './kinds/application';
import { applicationSetHealth } from './kinds/applicationSet';
import { autoscalerHealth } from './kinds/autoscaler';
import {
  certificateHealth,
  certificateRequestHealth,
  issuerHealth,
} from './kinds/certManager';
import { cronJobHealth } from './kinds/cronJob';
import { customResourceDefinitionHealth } from './kinds/customResourceDefinition';
import { daemonSetHealth } from './kinds/daemonSet';
import { deploymentHealth } from './kinds/deployment';
import {
  clusterExternalSecretHealth,
  externalSecretHealth,
  pushSecretHealth,
  secretStoreHealth,
} from './kinds/externalSecrets';
import { jobHealth } from './kinds/job';
import { ingressHealth, serviceHealth } from './kinds/network';
import { podHealth } from './kinds/pod';
import { replicaSetHealth } from './kinds/replicaSet';
import { rolloutHealth } from './kinds/rollout';
import { statefulSetHealth } from './kinds/statefulSet';
import { volumeClaimHealth } from './kinds/volumeClaim';
import { workflowHealth } from './kinds/workflow';
import { Health } from './types';

export type HealthCheck = (object: JsonObject) => Health;

/** Kinds that are known by name, `group/Kind`; any version. */
export const CHECKS: ReadonlyMap<string, HealthCheck> = new Map([
  ['/PersistentVolumeClaim', volumeClaimHealth],
  ['/Pod', podHealth],
  ['/Service', serviceHealth],
  [
    'apiextensions.k8s.io/CustomResourceDefinition',
    customResourceDefinitionHealth,
  ],
  ['apiregistration.k8s.io/APIService', apiServiceHealth],
  ['apps/DaemonSet', daemonSetHealth],
  ['apps/Deployment', deploymentHealth],
  ['apps/ReplicaSet', replicaSetHealth],
  ['apps/StatefulSet', statefulSetHealth],
  ['argoproj.io/Application', applicationHealth],
  ['argoproj.io/ApplicationSet', applicationSetHealth],
  ['argoproj.io/Rollout', rolloutHealth],
  ['argoproj.io/Workflow', workflowHealth],
  ['autoscaling/HorizontalPodAutoscaler', autoscalerHealth],
  ['batch/CronJob', cronJobHealth],
  ['batch/Job', jobHealth],
  ['cert-manager.io/Certificate', certificateHealth],
  ['cert-manager.io/CertificateRequest', certificateRequestHealth],
  ['cert-manager.io/ClusterIssuer', issuerHealth],
  ['cert-manager.io/Issuer', issuerHealth],
  ['extensions/Ingress', ingressHealth],
  ['external-secrets.io/ClusterExternalSecret', clusterExternalSecretHealth],
  ['external-secrets.io/ClusterSecretStore', secretStoreHealth],
  ['external-secrets.io/ExternalSecret', externalSecretHealth],
  ['external-secrets.io/PushSecret', pushSecretHealth],
  ['external-secrets.io/SecretStore', secretStoreHealth],
  ['networking.k8s.io/Ingress', ingressHealth],
]);
