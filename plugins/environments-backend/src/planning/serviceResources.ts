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

interface SnapshotLists {
  /** By environment and service. */
  readonly resources: ReadonlyMap<string, readonly EffectiveResource[]>;
  /** File to the environments that take something from it. */
  readonly users: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One walk over a snapshot serves the plans of all its services. */
const kept = new WeakMap<RepositorySnapshot['layout'], SnapshotLists>();

function listsOf({ layout }: RepositorySnapshot): SnapshotLists {
  const known = kept.get(layout);
  if (known) return known;
  const resources = new Map<string, EffectiveResource[]>();
  const users = new Map<string, Set<string>>();
  for (const resource of layout.resources) {
    const { environment = '*', service, hook } = resource;
    for (const { origin } of [resource.manifest, ...resource.shadowed]) {
      const environments = users.get(origin.file) ?? new Set();
      users.set(origin.file, environments.add(environment));
    }
    if (hook || service === undefined) continue;
    const place = `${environment}\n${service}`;
    const there = resources.get(place);
    if (there) there.push(resource);
    else resources.set(place, [resource]);
  }
  const lists = { resources, users };
  kept.set(layout, lists);
  return lists;
}

/** What is in force of a service in an environment, by what pairs it. */
export function serviceResources(
  snapshot: RepositorySnapshot,
  environment: string,
  service: string,
): Map<string, EffectiveResource> {
  const found = listsOf(snapshot).resources.get(`${environment}\n${service}`);
  return new Map(
    (found ?? []).map(resource => [pairKey(resource.manifest), resource]),
  );
}

/** True if more than one environment takes something from a file. */
export function isSharedFile(
  snapshot: RepositorySnapshot,
  file: string,
): boolean {
  return (listsOf(snapshot).users.get(file)?.size ?? 0) > 1;
}
