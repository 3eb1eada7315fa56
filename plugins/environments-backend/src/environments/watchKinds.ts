import { GroupVersionKind } from '../clusters';
import { ClusterDirectory } from './ClusterDirectory';
import { APPLICATION } from './facts/applications';
import { RepositoryIndex } from './types';

/**
 * Watches in each cluster what the repositories bring there, and Argo CD's
 * Applications everywhere. What cannot be placed is watched in every cluster.
 */
export function watchKinds(options: {
  indexes: readonly RepositoryIndex[];
  clusters: ClusterDirectory;
}): void {
  const { indexes, clusters } = options;
  const kinds = new Map<string, Map<string, GroupVersionKind>>();
  for (const { name } of clusters.all()) {
    kinds.set(name, new Map([['', APPLICATION]]));
  }
  for (const index of indexes) {
    const destinations = new Map(
      index
        .latest()
        ?.layout.applications.map(({ name, cluster }) => [name, cluster]),
    );
    for (const { manifest, application } of index.effective()) {
      const destination = destinations.get(application ?? '');
      const placed = destination && clusters.forDestination(destination);
      const { apiVersion, kind } = manifest;
      for (const { name } of placed ? [placed] : clusters.all()) {
        kinds.get(name)?.set(`${apiVersion} ${kind}`, { apiVersion, kind });
      }
    }
  }
  for (const cluster of clusters.all()) {
    cluster.setKinds(kinds.get(cluster.name)?.values() ?? []);
  }
}
