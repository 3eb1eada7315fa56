import { KubeClient, KubeError, refOf } from '../kubernetes/client';
import { configurationOf } from './compareResources';
import { Compared, ResourceResult, SYNC_MANAGER, Target } from './types';

/** Kinds that others need come first; what is not named comes last. */
const ORDER = [
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'PodDisruptionBudget',
  'ServiceAccount',
  'Secret',
  'ConfigMap',
  'PersistentVolumeClaim',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'Service',
  'DaemonSet',
  'Pod',
  'ReplicaSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'StatefulSet',
  'Job',
  'CronJob',
  'Ingress',
];

function rank(kind: string): number {
  const index = ORDER.indexOf(kind);
  return index < 0 ? ORDER.length : index;
}

function result(
  { group, version, kind, namespace = '', name }: Omit<Target, 'object'>,
  status: ResourceResult['status'],
  message: string,
): ResourceResult {
  const failed = status === 'SyncFailed';
  return {
    group,
    version,
    kind,
    namespace,
    name,
    status,
    message,
    hookPhase: failed ? 'Failed' : 'Succeeded',
    syncPhase: 'Sync',
  };
}

async function applyTarget(
  application: string,
  target: Target,
  client: KubeClient,
): Promise<ResourceResult> {
  const config = configurationOf(application, target);
  const { group, version, kind, namespace = '', name } = target;
  try {
    if (!(await client.serves(String(config.apiVersion), kind))) {
      const gvk = [group, version, kind].filter(Boolean).join('/');
      return result(
        target,
        'SyncFailed',
        `The Kubernetes API could not find ${gvk} for requested resource ${namespace}/${name}. Make sure the "${kind}" CRD is installed on the destination cluster.`,
      );
    }
    await client.apply(config, { manager: SYNC_MANAGER, force: true });
    return result(
      target,
      'Synced',
      `${kind.toLowerCase()}${
        group ? `.${group}` : ''
      }/${name} serverside-applied`,
    );
  } catch (error) {
    if (!(error instanceof KubeError)) throw error;
    return result(target, 'SyncFailed', error.message);
  }
}

async function prune(
  compared: Compared,
  client: KubeClient,
): Promise<ResourceResult> {
  const { status, live } = compared;
  const subject = { ...status, group: status.group ?? '' };
  if (!live) return result(subject, 'PruneSkipped', 'already gone');
  await client.delete(refOf(live), 'Foreground');
  return result(subject, 'Pruned', 'pruned');
}

export interface SyncOptions {
  readonly application: string;
  readonly compared: readonly Compared[];
  readonly client: KubeClient;
  readonly prune: boolean;
  /** Namespace to make if it is not there. */
  readonly createNamespace?: string;
}

/** Makes the cluster what the application wants. */
export async function syncResources(
  options: SyncOptions,
): Promise<ResourceResult[]> {
  const { application, compared, client } = options;
  if (options.createNamespace) {
    await ensureNamespace(options.createNamespace, client);
  }
  const results: ResourceResult[] = [];
  const targets = compared
    .flatMap(one => (one.target ? [one.target] : []))
    .sort((a, b) => rank(a.kind) - rank(b.kind));
  for (const target of targets) {
    results.push(await applyTarget(application, target, client));
  }
  for (const one of compared) {
    if (!one.status.requiresPruning) continue;
    results.push(
      options.prune
        ? await prune(one, client)
        : result(
            { ...one.status, group: one.status.group ?? '' },
            'PruneSkipped',
            'ignored (requires pruning)',
          ),
    );
  }
  return results;
}

async function ensureNamespace(
  name: string,
  client: KubeClient,
): Promise<void> {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
  if (await client.get({ ...namespace, name })) return;
  await client.apply(namespace, { manager: SYNC_MANAGER, force: true });
}
