import { ManifestError } from '../../errors';
import { getKey, isList, isObject, Json, JsonObject } from '../../fields';
import { readYaml } from '../../manifests';
import { Directory, joinPath, linkOutside, resolveEntry } from '../tree';
import { Tree } from '../types';

/** Names of a kustomization file, in the order in which kustomize looks. */
export const KUSTOMIZATION_FILES = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
];

/** Fields that name directories or files, as lists of text. */
const LISTS = [
  'resources',
  'bases',
  'components',
  'crds',
  'configurations',
  'generators',
  'transformers',
  'validators',
];

/** What kustomize would fetch: a URL, or one of its short forms for Git. */
const REMOTE =
  /^(?:[a-z][a-z0-9+.-]*:\/\/|git::|[\w.-]+@[\w.-]+:|(?:www\.)?github\.com[/:]|gh:)|[?&](?:ref|version)=/i;

/** A kustomization file as it is read, or why it cannot be. */
export type Kustomization =
  | {
      readonly state: 'read';
      readonly path: string;
      readonly value: JsonObject;
    }
  | { readonly state: 'unreadable'; readonly reason: string };

/**
 * Why a directory is not rendered: kustomize and Argo CD refuse it as well, or
 * it needs something that is not in the repository.
 */
export interface NotRendered {
  readonly state: 'refused' | 'elsewhere';
  readonly reason: string;
}

/** Everything that rendering a directory may read, or why it must not be tried. */
export type KustomizeDirectories =
  | { readonly state: 'known'; readonly directories: readonly string[] }
  | NotRendered;

/** The path of a directory's kustomization file, if it has one. */
export function kustomizationFile(directory: Directory): string | undefined {
  const name = KUSTOMIZATION_FILES.find(candidate => {
    const entry = directory.get(candidate);
    return entry !== undefined && entry.type !== 'directory';
  });
  return name && joinPath(directory.path, name);
}

/** Reads the kustomization file of a directory that has one. */
export function readKustomization(
  tree: Tree,
  directory: Directory,
): Kustomization {
  const path = kustomizationFile(directory) ?? directory.path;
  try {
    const value = readYaml(tree.file(path)?.text ?? '');
    if (isObject(value)) return { state: 'read', path, value };
    return { state: 'unreadable', reason: `${path} holds no mapping.` };
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    const { line, column, message } = error;
    const reason = `${path}:${line}:${column}: ${message}`;
    return { state: 'unreadable', reason };
  }
}

function texts(value: Json | undefined): string[] {
  return isList(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}

/** Every place outside of its own directory that a kustomization may name. */
function references(kustomization: JsonObject): string[] {
  const patches = getKey(kustomization, 'patches');
  return [
    ...LISTS.flatMap(field => texts(getKey(kustomization, field))),
    ...(isList(patches) ? patches : [])
      .map(patch => getKey(patch, 'path'))
      .concat(getKey(getKey(kustomization, 'openapi'), 'path'))
      .filter((path): path is string => typeof path === 'string'),
  ].filter(text => !text.includes('\n'));
}

/**
 * The directories that rendering `path` reads, each with everything below it:
 * kustomize's loader lets a kustomization read files at or below itself, and
 * other directories only as kustomizations of their own.
 *
 * Nothing is tried where kustomize would leave the repository: for a URL, a
 * path above the root, or a link that leads out.
 */
export function kustomizeDirectories(
  tree: Tree,
  path: string,
  components: readonly string[] = [],
): KustomizeDirectories {
  const refused = (reason: string): KustomizeDirectories => ({
    state: 'refused',
    reason,
  });
  const link = linkOutside(tree.root);
  if (link !== undefined) {
    return refused(`The link ${link} leads out of the repository.`);
  }
  const found = new Set<string>();
  const pending = [path];
  while (pending.length > 0) {
    const next = pending.pop()!;
    const directory = resolveEntry(tree.root, next);
    if (directory?.type !== 'directory' || found.has(directory.path)) continue;
    found.add(directory.path);
    if (!kustomizationFile(directory)) continue;
    const kustomization = readKustomization(tree, directory);
    if (kustomization.state === 'unreadable') {
      return refused(kustomization.reason);
    }
    const named = references(kustomization.value);
    if (next === path) named.push(...components);
    for (const reference of named) {
      if (REMOTE.test(reference)) {
        const reason = `${kustomization.path} needs ${reference}, which is not in this repository.`;
        return { state: 'elsewhere', reason };
      }
      const target = joinPath(directory.path, reference);
      if (reference.startsWith('/') || target.split('/')[0] === '..') {
        return refused(
          `${kustomization.path} needs ${reference}, which is outside of the repository.`,
        );
      }
      pending.push(target);
    }
  }
  return { state: 'known', directories: [...found].sort() };
}
