import { ConflictError, InputError } from '@backstage/errors';
import { LayoutEnvironment } from '@stagecraft/engine';
import { RepositorySnapshot } from '../types';

/** Where the object of a claim goes. */
export interface ClaimPlace {
  readonly file: string;
  /** Undefined for a cluster-scoped kind. */
  readonly namespace?: string;
}

function mostFrequent(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(
    ([a, m], [b, n]) => n - m || (a < b ? -1 : 1),
  )[0]?.[0];
}

/**
 * The namespace of an environment for what lies in a directory: that of the
 * Application that delivers the directory, else that of its neighbours, else
 * the only one there is.
 */
function namespaceOf(
  snapshot: RepositorySnapshot,
  environment: LayoutEnvironment,
  directory: string,
): string {
  const { applications, resources } = snapshot.layout;
  const delivering = applications.find(
    application =>
      application.environment === environment.name &&
      application.sources.some(
        source => source === directory || directory.startsWith(`${source}/`),
      ),
  );
  const neighbours = resources.flatMap(({ environment: name, manifest }) =>
    name === environment.name &&
    manifest.namespace &&
    manifest.origin.file.startsWith(`${directory}/`)
      ? [manifest.namespace]
      : [],
  );
  const [only, ...more] = environment.namespaces;
  const found =
    delivering?.namespace ??
    mostFrequent(neighbours) ??
    (more.length === 0 ? only : undefined) ??
    environment.namespaces.find(name => name === environment.name);
  if (found === undefined) {
    throw new InputError(
      `Nothing in the repository tells the namespace of ${environment.name}: no Application delivers ${directory}`,
    );
  }
  return found;
}

/**
 * Finds the file and namespace for a new object of an environment.
 *
 * @throws ConflictError if the file or the object is there already
 * @throws InputError if the environment has no namespace for it
 */
export function claimPlace(
  snapshot: RepositorySnapshot,
  environment: LayoutEnvironment,
  claim: { group: string; kind: string; name: string; namespaced: boolean },
): ClaimPlace {
  const directory = `environments/${environment.name}/infrastructure`;
  const file = `${directory}/${claim.name}.yaml`;
  const twin = snapshot.layout.resources.find(
    ({ environment: name, manifest }) =>
      (name === environment.name || name === '*') &&
      manifest.group === claim.group &&
      manifest.kind === claim.kind &&
      manifest.name === claim.name,
  );
  if (twin) {
    const { origin } = twin.manifest;
    throw new ConflictError(
      `${environment.name} has ${claim.kind} ${claim.name} already, in ${origin.file} line ${origin.line}`,
    );
  }
  if (snapshot.tree.file(file) || snapshot.tree.symlinks.has(file)) {
    throw new ConflictError(
      `${file} is there already. Choose another name, so that nothing is overwritten.`,
    );
  }
  return {
    file,
    namespace: claim.namespaced
      ? namespaceOf(snapshot, environment, directory)
      : undefined,
  };
}
