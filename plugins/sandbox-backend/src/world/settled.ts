import { setTimeout as sleep } from 'node:timers/promises';
import { ARGO_API } from '../argocd';
import { Cluster, KubeClient, LocalTransport } from '../kubernetes';
import { textAt } from '../kubernetes/objects';
import { ARGO_CLUSTER } from './acme';

const LIMIT_MS = 8_000;
const POLL_MS = 50;

/**
 * Waits until Argo CD has synced what it can, so that the first look at the
 * clusters finds the kinds and objects of the example. Gives up after a while:
 * a repository that was kept may hold what cannot be synced.
 */
export async function settled(
  clusters: ReadonlyMap<string, Cluster>,
): Promise<void> {
  const cluster = clusters.get(ARGO_CLUSTER);
  if (!cluster) return;
  const client = new KubeClient(new LocalTransport(cluster, 'sandbox'));
  const end = Date.now() + LIMIT_MS;
  while (Date.now() < end) {
    const applications = await client.list(ARGO_API, 'Application');
    const waiting = applications.filter(one => {
      const status = textAt(one, 'status', 'sync', 'status');
      return status !== 'Synced' && status !== 'Unknown';
    });
    if (applications.length > 0 && waiting.length === 0) return;
    await sleep(POLL_MS);
  }
}
