import { Manifest, Problem } from '../manifests';
import { fromFile, layoutProblem } from './problems';
import { LayoutProblem, Tree } from './types';

/** Argo CD's default limit for the manifests of one directory source. */
const MAX_TOTAL_BYTES = 10_000_000;

const encoder = new TextEncoder();

/** What a list of files holds. */
export interface FileSetReading {
  readonly manifests: readonly Manifest[];
  /** Warnings of the files. */
  readonly warnings: readonly LayoutProblem[];
  /** Why Argo CD gives up on files, in the order in which it would. */
  readonly failures: readonly LayoutProblem[];
}

function duplicateKeys(path: string, problems: readonly Problem[]) {
  const first = problems.find(({ code }) => code === 'duplicate-key');
  return first ? [fromFile('duplicate-key', path, first)] : [];
}

/**
 * Reads files as the parts of a directory source. Files that are no manifests
 * are passed over; jsonnet is named, because it is evaluated elsewhere.
 * With `whole` the size limit of Argo CD counts.
 */
export function readFiles(
  tree: Tree,
  paths: Iterable<string>,
  whole?: { readonly path: string },
): FileSetReading {
  const manifests: Manifest[] = [];
  const warnings: LayoutProblem[] = [];
  const unread: LayoutProblem[] = [];
  const refused: LayoutProblem[] = [];
  let size = 0;
  for (const path of paths) {
    if (path.endsWith('.jsonnet')) {
      warnings.push(
        layoutProblem({
          code: 'rendered-elsewhere',
          path,
          message: `${path} is jsonnet, which Argo CD evaluates; its objects are not known here.`,
        }),
      );
      continue;
    }
    size += encoder.encode(tree.file(path)?.text).length;
    const parsed = tree.parse(path);
    if (!parsed) {
      unread.push(
        layoutProblem({
          code: 'invalid-manifest',
          path,
          message: `The link ${path} leads in a circle, so Argo CD cannot read it.`,
          fix: 'Remove the link.',
        }),
      );
      continue;
    }
    if (parsed.reading.state === 'ignored') continue;
    if (parsed.reading.state === 'failed') {
      const { code, problem } = parsed.reading;
      const list = parsed.reading.stage === 'document' ? unread : refused;
      list.push(fromFile(code, path, problem));
      continue;
    }
    warnings.push(...duplicateKeys(path, parsed.problems));
    manifests.push(...parsed.manifests);
  }
  if (whole && size > MAX_TOTAL_BYTES) {
    unread.unshift(
      layoutProblem({
        code: 'invalid-manifest',
        path: whole.path,
        message: `The manifests below ${
          whole.path || '.'
        } are larger than 10 MB together, which Argo CD refuses by default.`,
        fix: 'Split the source, or raise the limit of the repository server.',
      }),
    );
  }
  // Argo CD reads all documents before it looks at any object.
  return { manifests, warnings, failures: [...unread, ...refused] };
}
