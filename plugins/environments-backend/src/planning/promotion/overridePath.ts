import { EffectiveResource } from '@stagecraft/engine';
import { RepositorySnapshot } from '../types';

function below(directory: string, path: string): string | undefined {
  return path.startsWith(`${directory}/`)
    ? path.slice(directory.length + 1)
    : undefined;
}

/**
 * Where an environment writes its own version of an object that it now takes
 * from a file it shares with others: the same path below the last source of the
 * Application that delivers it, since with Argo CD the last source wins.
 *
 * @returns undefined if the Application has no source of the environment's own
 */
export function overridePath(
  snapshot: RepositorySnapshot,
  resource: EffectiveResource,
): string | undefined {
  const { applications } = snapshot.layout;
  const application = applications.find(
    ({ name, environment }) =>
      name === resource.application && environment === resource.environment,
  );
  const last = application?.sources.at(-1);
  if (!application || !last) return undefined;
  const isOwn = applications.every(
    other =>
      other.environment === application.environment ||
      !other.sources.includes(last),
  );
  if (!isOwn) return undefined;
  const { file } = resource.manifest.origin;
  const inside = application.sources
    .filter(directory => directory !== '' && directory !== last)
    .map(directory => below(directory, file))
    .find(rest => rest !== undefined);
  return inside === undefined ? undefined : `${last}/${inside}`;
}
