import { KnownCluster } from '../types';
import { Destination } from './applicationSpec';

/** The cluster Argo CD runs in, which it knows without being told. */
export const LOCAL_CLUSTER: KnownCluster = {
  name: 'in-cluster',
  server: 'https://kubernetes.default.svc',
};

function trimmed(server: string): string {
  return server.replace(/\/+$/, '');
}

/** What Argo CD knows of clusters, or nothing at all. */
export class Clusters {
  readonly known?: readonly KnownCluster[];

  constructor(given?: readonly KnownCluster[]) {
    this.known = given;
  }

  /** The known clusters and the local one, unless a known one stands for it. */
  all(): readonly KnownCluster[] {
    const known = this.known ?? [];
    const local = trimmed(LOCAL_CLUSTER.server);
    return known.some(({ server }) => trimmed(server) === local)
      ? known
      : [...known, LOCAL_CLUSTER];
  }

  find({ server, name }: Destination): KnownCluster | undefined {
    return this.all().find(cluster =>
      server
        ? trimmed(cluster.server) === trimmed(server)
        : cluster.name === name,
    );
  }

  /** False only if the clusters are known and this is none of them. */
  accepts(destination: Destination): boolean {
    return this.known === undefined || this.find(destination) !== undefined;
  }

  /** One text for every way to write the same cluster. */
  identity(destination: Destination): string {
    const server = destination.server || this.find(destination)?.server;
    return server ? trimmed(server) : `name:${destination.name}`;
  }
}
