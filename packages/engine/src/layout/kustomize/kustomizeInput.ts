import { isList, isObject } from '../../fields';
import { Directory, joinPath, resolveEntry } from '../tree';
import { RenderRequest, Tree } from '../types';
import { applyKustomizeOptions } from './applyOptions';
import {
  kustomizationFile,
  kustomizeDirectories,
  NotRendered,
  readKustomization,
} from './directories';

/** What to lay out in a folder before `kustomize build` is run on it. */
export type KustomizeInput =
  | {
      readonly state: 'ready';
      /** Directories of the repository to have there, with all below them. */
      readonly directories: readonly string[];
      /** The directory to build. */
      readonly path: string;
      /** Contents to write over files of the repository, by path. */
      readonly writes: ReadonlyMap<string, string>;
    }
  | NotRendered;

function componentsOf(
  tree: Tree,
  directory: Directory,
  options: RenderRequest['options'],
): string[] {
  const named = isList(options.components)
    ? options.components.filter(
        (item): item is string => typeof item === 'string',
      )
    : [];
  if (options.ignoreMissingComponents !== true) return named;
  return named.filter(name => {
    const entry = resolveEntry(tree.root, joinPath(directory.path, name));
    return entry?.type === 'directory' && kustomizationFile(entry);
  });
}

/** What rendering a directory takes, the Application's options included. */
export function kustomizeInput(
  tree: Tree,
  request: RenderRequest,
): KustomizeInput {
  const directory = resolveEntry(tree.root, request.path);
  if (directory?.type !== 'directory' || !kustomizationFile(directory)) {
    const reason = `${request.path || '.'} has no kustomization file.`;
    return { state: 'refused', reason };
  }
  const components = componentsOf(tree, directory, request.options);
  const read = kustomizeDirectories(tree, request.path, components);
  if (read.state !== 'known') return read;
  const { directories } = read;
  const kustomization = readKustomization(tree, directory);
  if (kustomization.state === 'unreadable') {
    return { state: 'refused', reason: kustomization.reason };
  }
  const applied = applyKustomizeOptions(
    kustomization.value,
    isObject(request.options) ? request.options : {},
    components,
  );
  if (applied.state !== 'applied') return applied;
  const writes = new Map<string, string>();
  if (applied.value !== kustomization.value) {
    // JSON is YAML: nothing is lost, and nobody reads this file but kustomize.
    writes.set(kustomization.path, JSON.stringify(applied.value));
  }
  return { state: 'ready', directories, path: directory.path, writes };
}
