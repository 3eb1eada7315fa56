import { KUSTOMIZATION_FILES } from './kustomize';
import { Directory, isCircular, resolveEntry } from './tree';
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
 * link; links to directories and to nowhere are passed over, but not those
 * that lead in a circle, which Argo CD cannot read.
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
        const target = resolveEntry(tree.root, entry.path);
        const circular = !target && isCircular(tree.root, entry.path);
        if (target?.type !== 'file' && !circular) continue;
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
  // Of several files the one that is walked last decides.
  let tool: 'helm' | 'kustomize' | undefined;
  for (const [name, entry] of directory.entries()) {
    if (entry.type === 'directory') continue;
    if (name.endsWith('Chart.yaml')) tool = 'helm';
    else if (KUSTOMIZATION_FILES.includes(name)) tool = 'kustomize';
  }
  return tool;
}
