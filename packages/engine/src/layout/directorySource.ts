import { kustomizationFile } from './kustomize';
import { Directory, resolveEntry } from './tree';
import { Tree } from './types';
import { directoryGlob } from './globs';

/** How the files of a directory are chosen. */
export interface DirectoryOptions {
  readonly recurse: boolean;
  readonly include: string;
  readonly exclude: string;
  readonly anyExtension: boolean;
}

/** Everything of it, without exceptions. */
export const WHOLE_DIRECTORY: DirectoryOptions = {
  recurse: true,
  include: '',
  exclude: '',
  anyExtension: false,
};

export const SKIP_MARKER = '+argocd:skip-file-rendering';

const MANIFEST_FILE = /^.*\.(?:yaml|yml|json|jsonnet)$/;

/**
 * The files of a directory source in the order in which Argo CD reads them,
 * as paths below `prefix`. Links to files are read under the name of the
 * link; links to directories and to nowhere are passed over.
 */
export function* directoryFiles(
  tree: Tree,
  directory: Directory,
  prefix: string,
  options: DirectoryOptions,
): Generator<string> {
  const included = options.include ? directoryGlob(options.include) : undefined;
  const excluded = options.exclude ? directoryGlob(options.exclude) : undefined;
  function* below(from: Directory, relative: string): Generator<string> {
    for (const [name, entry] of from.entries()) {
      const path = relative ? `${relative}/${name}` : name;
      if (entry.type === 'directory') {
        if (options.recurse) yield* below(entry, path);
        continue;
      }
      if (!options.anyExtension && !MANIFEST_FILE.test(name)) continue;
      if (entry.type === 'link') {
        if (resolveEntry(tree.root, entry.path)?.type !== 'file') continue;
      }
      if (excluded?.(path) || (included && !included(path))) continue;
      const full = prefix ? `${prefix}/${path}` : path;
      if (tree.file(full)?.text.includes(SKIP_MARKER)) continue;
      yield full;
    }
  }
  yield* below(directory, '');
}

/** The tool that Argo CD would run on a directory because of its files. */
export function detectTool(
  directory: Directory,
): 'helm' | 'kustomize' | undefined {
  if (kustomizationFile(directory)) return 'kustomize';
  const chart = directory
    .entries()
    .some(
      ([name, entry]) =>
        entry.type !== 'directory' && name.endsWith('Chart.yaml'),
    );
  return chart ? 'helm' : undefined;
}
