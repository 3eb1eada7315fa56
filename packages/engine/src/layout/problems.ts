import { Problem } from '../manifests';
import { LayoutProblem } from './types';

/** Codes that say what is unknown or worth knowing, but stop nothing. */
const WARNINGS: ReadonlySet<string> = new Set([
  'rendered-elsewhere',
  'external-source',
  'other-revision',
  'not-recursed',
  'repeated-resource',
  'shared-resource',
  'duplicate-key',
  'unnamed-resource',
  'invalid-application-field',
  'reconcile-skipped',
  'environment-mismatch',
  'unreferenced-environment',
]);

/** A problem whose severity follows from its code. */
export function layoutProblem(
  problem: Omit<LayoutProblem, 'severity'> & Partial<LayoutProblem>,
): LayoutProblem {
  const severity = WARNINGS.has(problem.code) ? 'warning' : 'error';
  return { severity, ...problem };
}

/** A file's problem under a code of the layout, with its place. */
export function fromFile(
  code: string,
  path: string,
  { line, column, document, message, fix }: Problem,
): LayoutProblem {
  return layoutProblem({
    code,
    path,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(document !== undefined && { document }),
    message: `${path}: ${message}`,
    ...(fix !== undefined && { fix }),
  });
}
