import { getKey } from '../fields';
import { Manifest } from '../manifests';
import { stringMap } from './argo/application';
import { cleanPath, Directory } from './tree';
import { EffectiveResource, Layout, Tree } from './types';

/** The service that a path belongs to by where it lies. */
export function serviceOfPath(path: string): string | undefined {
  const parts = cleanPath(path).split('/');
  const at = parts[0] === 'environments' ? 2 : 0;
  return parts[at] === 'applications' && parts.length > at + 1
    ? parts[at + 1]
    : undefined;
}

/** The same for a file, which must lie in a directory of the service. */
function serviceOfFile(path: string): string | undefined {
  const service = serviceOfPath(path);
  return service !== undefined && path.endsWith(`/${service}`)
    ? undefined
    : service;
}

function directoriesIn(directory: Directory | undefined): string[] {
  return directory?.visibleDirectories() ?? [];
}

function childDirectory(from: Directory, name: string): Directory | undefined {
  const entry = from.get(name);
  return entry?.type === 'directory' ? entry : undefined;
}

/** Names of the environments that have a directory. */
export function environmentDirectories(tree: Tree): string[] {
  return directoriesIn(childDirectory(tree.root, 'environments'));
}

/** Names of the services that have a directory, in an environment or not. */
export function serviceDirectories(tree: Tree): Set<string> {
  const { root } = tree;
  const names = new Set(directoriesIn(childDirectory(root, 'applications')));
  const environments = childDirectory(root, 'environments');
  for (const environment of directoriesIn(environments)) {
    const own = environments!.child(environment);
    for (const name of directoriesIn(childDirectory(own, 'applications'))) {
      names.add(name);
    }
  }
  return names;
}

const PART_OF = 'app.kubernetes.io/part-of';
const NAME = 'app.kubernetes.io/name';

function byLabels(
  labels: Readonly<Record<string, string>>,
  directories: ReadonlySet<string>,
): string | undefined {
  if (labels[PART_OF]) return labels[PART_OF];
  return directories.has(labels[NAME]) ? labels[NAME] : undefined;
}

/** The service an Application belongs to: labels, source paths, label app. */
export function serviceOfApplication(
  labels: Readonly<Record<string, string>>,
  sources: readonly string[],
  directories: ReadonlySet<string>,
): string | undefined {
  const byPath = new Set(sources.map(serviceOfPath).filter(Boolean));
  return (
    byLabels(labels, directories) ??
    (byPath.size === 1 ? [...byPath][0] : undefined) ??
    (labels.app || undefined)
  );
}

/**
 * The service an object belongs to: its label part-of, its label name where
 * that is a service directory, the directory it lies in, else `otherwise`.
 */
export function serviceOfManifest(
  manifest: Manifest,
  directories: ReadonlySet<string>,
  otherwise: string | undefined,
): string | undefined {
  const metadata = getKey(manifest.object, 'metadata');
  const labels = stringMap(getKey(metadata, 'labels'));
  return (
    byLabels(labels, directories) ??
    serviceOfFile(manifest.origin.file) ??
    otherwise
  );
}

/** What a service has in an environment. */
export function serviceResources(
  layout: Layout,
  environment: string,
  service: string,
): EffectiveResource[] {
  return layout.resources.filter(
    resource =>
      resource.environment === environment && resource.service === service,
  );
}
