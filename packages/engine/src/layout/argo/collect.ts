import { sameJson } from '../../fields';
import { Manifest } from '../../manifests';
import { layoutProblem } from '../problems';
import { LayoutProblem, Tree } from '../types';
import { DeclaredApplication } from './application';

/** Argo CD's objects in the tree, in walk order. */
export interface ArgoObjects {
  readonly applications: readonly Manifest[];
  readonly sets: readonly Manifest[];
  /** Every manifest of the tree, for what is defined by some of them. */
  readonly manifests: readonly Manifest[];
}

const MANIFEST_FILE = /\.(?:yaml|yml|json)$/;

/** Finds every Application and ApplicationSet, wherever it lies. */
export function collectArgoObjects(tree: Tree): ArgoObjects {
  const applications: Manifest[] = [];
  const sets: Manifest[] = [];
  const manifests: Manifest[] = [];
  for (const path of tree.paths) {
    if (!MANIFEST_FILE.test(path)) continue;
    for (const manifest of tree.parse(path)?.manifests ?? []) {
      manifests.push(manifest);
      if (manifest.group !== 'argoproj.io') continue;
      if (manifest.kind === 'Application') applications.push(manifest);
      else if (manifest.kind === 'ApplicationSet') sets.push(manifest);
    }
  }
  return { applications, sets, manifests };
}

interface Named {
  readonly name: string;
  readonly object: DeclaredApplication['object'];
  readonly origin: DeclaredApplication['origin'];
}

/** Argo CD's own namespace stands for an Application that names none. */
function identity({ name, object }: Named): string {
  const metadata = object.metadata as { namespace?: unknown } | undefined;
  const namespace = metadata?.namespace;
  return `${typeof namespace === 'string' ? namespace : 'argocd'}/${name}`;
}

/**
 * One of each name: of two files the later in walk order counts, and where
 * they differ the other is reported.
 */
export function latestOfEach<T extends Named>(
  declared: readonly T[],
): { kept: T[]; problems: LayoutProblem[] } {
  const byName = new Map<string, T>();
  const problems: LayoutProblem[] = [];
  for (const item of declared) {
    const id = identity(item);
    const earlier = byName.get(id);
    if (earlier && !sameJson(earlier.object, item.object)) {
      const { file, line, document } = earlier.origin;
      problems.push(
        layoutProblem({
          code: 'duplicate-application',
          severity: 'warning',
          application: item.name,
          path: file,
          line,
          document,
          message: `${item.name} is also defined in ${item.origin.file}, which is read later and counts.`,
          fix: 'Keep one of them.',
        }),
      );
    }
    byName.delete(id);
    byName.set(id, item);
  }
  return { kept: [...byName.values()], problems };
}
