import {
  EffectiveResource,
  HistoryCommit as ParityCommit,
  HistoryFile,
  Manifest,
} from '@stagecraft/engine';
import { CommitInfo } from '../repository';
import { fileProblem, renderProblem } from './fileProblem';
import { RepositoryIndexAt } from './types';

/** Which service a resource in force belongs to; parity asks for the very manifests it was fed. */
export type ServicesOfManifests = WeakMap<Manifest, string>;

/** Resources in force by environment and identity. */
export type InForce = ReadonlyMap<string, EffectiveResource>;

/** Group, kind and name pair resources across environments; the namespace is each environment's own. */
function identity(resource: EffectiveResource): string {
  const { group, kind, name } = resource.manifest;
  return `${resource.environment}/${group}/${kind}/${name}`;
}

/** Whether an error in the repository, rather than a deletion, is why a resource is not in force any more. */
function lostByError(
  resource: EffectiveResource,
  index: RepositoryIndexAt,
  blocked: ReadonlySet<string>,
): boolean {
  if (resource.application && blocked.has(resource.application)) return true;
  if (resource.manifest.origin.rendered) {
    return renderProblem(index, resource) !== undefined;
  }
  return fileProblem(index, resource.manifest.origin.file) !== undefined;
}

/**
 * What is in force at a commit in the environments; resources shared by all
 * are left out. One that only an unreadable file keeps out stays as it was
 * `before`: a mistake in YAML is no deletion.
 */
export function inForce(
  index: RepositoryIndexAt,
  before: InForce = new Map(),
): InForce {
  const found = new Map<string, EffectiveResource>();
  for (const resource of index.layout.resources) {
    if (resource.environment && resource.environment !== '*') {
      found.set(identity(resource), resource);
    }
  }
  const blocked = new Set(
    index.layout.applications.flatMap(({ name, blocked: is }) =>
      is ? [name] : [],
    ),
  );
  for (const [path, resource] of before) {
    if (!found.has(path) && lostByError(resource, index, blocked)) {
      found.set(path, resource);
    }
  }
  return found;
}

function same(a: EffectiveResource, b: EffectiveResource): boolean {
  const [left, right] = [a.manifest, b.manifest];
  return (
    left.origin.file === right.origin.file &&
    left.origin.blob === right.origin.blob &&
    left.origin.document === right.origin.document &&
    left.origin.item === right.origin.item &&
    a.service === b.service
  );
}

/**
 * A commit as the parity room reads it: what it changed of the resources in
 * force, one entry per resource and environment, wherever they were written.
 * So a base file that several environments share, and an override that takes
 * its place, read like one file that changes.
 */
export function historyCommit(
  commit: CommitInfo,
  before: InForce,
  after: InForce,
  services: ServicesOfManifests,
): ParityCommit {
  const files: HistoryFile[] = [];
  for (const [path, resource] of after) {
    const old = before.get(path);
    if (!old || !same(old, resource)) {
      if (resource.service) services.set(resource.manifest, resource.service);
      files.push({
        path,
        environment: resource.environment ?? '',
        manifests: [resource.manifest],
      });
    }
  }
  for (const [path, resource] of before) {
    if (!after.has(path)) {
      files.push({
        path,
        environment: resource.environment ?? '',
        manifests: [],
      });
    }
  }
  return {
    id: commit.id,
    message: commit.message,
    author: commit.author,
    time: commit.time,
    files,
  };
}
