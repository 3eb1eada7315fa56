import { EffectiveResource, Manifest } from '@stagecraft/engine';
import { RepositorySnapshot } from './types';

/** What pairs a resource with itself in another environment: `group/Kind/name`. */
export function pairKey({
  group,
  kind,
  name,
}: Pick<Manifest, 'group' | 'kind' | 'name'>): string {
  return `${group}/${kind}/${name}`;
}

/** `Kind/name`, as people and wire name a resource within an environment. */
export function resourceName({
  kind,
  name,
}: Pick<Manifest, 'kind' | 'name'>): string {
  return `${kind}/${name}`;
}

/** What is in force of a service in an environment, by what pairs it. */
export function serviceResources(
  snapshot: RepositorySnapshot,
  environment: string,
  service: string,
): Map<string, EffectiveResource> {
  return new Map(
    snapshot.layout.resources
      .filter(
        resource =>
          resource.environment === environment &&
          resource.service === service &&
          !resource.hook,
      )
      .map(resource => [pairKey(resource.manifest), resource]),
  );
}

/** Which environments take something from a file; `*` counts as one. */
export function environmentsOfFiles(
  snapshot: RepositorySnapshot,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const resource of snapshot.layout.resources) {
    for (const { origin } of [resource.manifest, ...resource.shadowed]) {
      const environments = found.get(origin.file) ?? new Set();
      environments.add(resource.environment ?? '*');
      found.set(origin.file, environments);
    }
  }
  return found;
}
