import { fromFile } from '../problems';
import { LayoutProblem, Tree } from '../types';

const ARGO_OBJECT = /^\s*(?:-\s+)?kind:\s*["']?Application(?:Set)?\b/m;

/**
 * Files that cannot be read and seem to define an Application or a set. No
 * application owns them, so nothing else would name them.
 *
 * @param reported - problems that are known already
 */
export function brokenDefinitions(
  tree: Tree,
  reported: readonly LayoutProblem[],
): LayoutProblem[] {
  const known = new Set(reported.map(({ path }) => path));
  return tree.paths.flatMap(path => {
    if (!/\.(?:yaml|yml)$/.test(path) || known.has(path)) return [];
    const reading = tree.parse(path)?.reading;
    if (reading?.state !== 'failed' || reading.code !== 'invalid-yaml')
      return [];
    return ARGO_OBJECT.test(tree.file(path)?.text ?? '')
      ? [fromFile(reading.code, path, reading.problem)]
      : [];
  });
}
