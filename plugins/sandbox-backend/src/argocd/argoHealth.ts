import { JsonObject } from '@backstage/types';
import { assessHealth, worstHealth } from '@stagecraft/engine';
import { KubeObject, listAt } from '../kubernetes/objects';

/** Built-in kinds that Argo CD judges; it says nothing of the others. */
const JUDGED = new Set([
  'apps/Deployment',
  'apps/StatefulSet',
  'apps/DaemonSet',
  'apps/ReplicaSet',
  'batch/Job',
  'batch/CronJob',
  '/Pod',
  '/Service',
  '/PersistentVolumeClaim',
  'networking.k8s.io/Ingress',
  'autoscaling/HorizontalPodAutoscaler',
  'argoproj.io/Application',
]);

export type ArgoHealth = { status: string; message?: string };

/**
 * The health that Argo CD shows for a resource; undefined where it has no
 * opinion. Custom resources are judged by their conditions, as with the
 * health check that Crossplane's guide for Argo CD recommends.
 */
export function argoHealth(
  group: string,
  kind: string,
  live: KubeObject | undefined,
): ArgoHealth | undefined {
  if (!live) return { status: 'Missing' };
  const custom = group.includes('.') && !group.endsWith('.k8s.io');
  const conditions = listAt(live, 'status', 'conditions').length > 0;
  if (!JUDGED.has(`${group}/${kind}`) && !(custom && conditions)) {
    return undefined;
  }
  const { status, message } = assessHealth(live as JsonObject as never);
  return { status, ...(message ? { message } : {}) };
}

/** The health of an application: the worst of its resources'. */
export function applicationHealth(
  resources: ReadonlyArray<ArgoHealth | undefined>,
): string {
  const judged = resources.flatMap(health =>
    health && health.status !== 'Unknown' ? [health.status] : [],
  );
  if (judged.length === 0) return 'Healthy';
  return worstHealth(judged as never);
}
