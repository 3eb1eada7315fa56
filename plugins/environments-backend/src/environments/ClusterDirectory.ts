import { KnownCluster } from '@stagecraft/engine';
import { ClusterAccess, ClusterView, WatchedCluster } from '../clusters';
import { ClusterConfig } from '../config';

/** How Argo CD names the cluster it runs in. */
const OWN_SERVERS = ['https://kubernetes.default.svc', 'in-cluster'];

function plain(url: string): string {
  return url.replace(/\/+$/, '');
}

/** Finds the watched cluster that a destination of an Application means. */
export class ClusterDirectory {
  readonly #clusters: readonly WatchedCluster[];
  readonly #byDestination = new Map<string, WatchedCluster>();

  constructor(
    clusters: readonly WatchedCluster[],
    access: ReadonlyArray<Pick<ClusterAccess, 'name' | 'url'>>,
    config: readonly ClusterConfig[],
  ) {
    this.#clusters = clusters;
    for (const cluster of clusters) {
      const url = access.find(({ name }) => name === cluster.name)?.url;
      const settings = config.find(({ name }) => name === cluster.name);
      const names = [cluster.name, ...(settings?.servers ?? [])];
      for (const name of url ? [...names, url] : names) {
        this.#byDestination.set(plain(name), cluster);
      }
    }
  }

  all(): readonly WatchedCluster[] {
    return this.#clusters;
  }

  named(name: string): WatchedCluster | undefined {
    return this.#clusters.find(cluster => cluster.name === name);
  }

  /**
   * By server or name, as the destination gives it. `argoCluster` is the
   * cluster the Application object is in: "here" means that one.
   */
  forDestination(
    destination: string,
    argoCluster?: ClusterView,
  ): WatchedCluster | undefined {
    const found = this.#byDestination.get(plain(destination));
    if (found) return found;
    if (!OWN_SERVERS.includes(plain(destination))) return undefined;
    const own = OWN_SERVERS.map(server => this.#byDestination.get(server));
    return (
      own.find(cluster => cluster !== undefined) ??
      (argoCluster && this.named(argoCluster.name)) ??
      (this.#clusters.length === 1 ? this.#clusters[0] : undefined)
    );
  }
}

/** The clusters as the layout judges destinations by; undefined if nothing is configured. */
export function knownClusters(
  config: readonly ClusterConfig[],
): KnownCluster[] | undefined {
  if (config.length === 0) return undefined;
  return config.flatMap(({ name, servers, labels }) =>
    servers.map(server => ({ name, server, labels })),
  );
}
