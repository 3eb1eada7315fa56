import { Layout, LayoutApplication, LayoutProblem } from '@stagecraft/engine';

function reason(problem: LayoutProblem): string {
  const { code, message, path = '' } = problem;
  switch (code) {
    case 'path-not-found':
      return `rpc error: code = Unknown desc = ${path}: app path does not exist`;
    case 'invalid-yaml':
    case 'invalid-manifest':
      return `rpc error: code = FailedPrecondition desc = Failed to unmarshal "${path
        .split('/')
        .pop()}": ${message}`;
    default:
      return `rpc error: code = Unknown desc = ${message}`;
  }
}

/** Position from 1 of the source that a problem lies in. */
function sourceOf(
  problem: LayoutProblem,
  application: LayoutApplication,
): number {
  const { path } = problem;
  const index = application.sources.findIndex(
    source =>
      path !== undefined && (path === source || path.startsWith(`${source}/`)),
  );
  return Math.max(index, 0) + 1;
}

/** Argo CD's words for what keeps it from rendering an application. */
export function comparisonError(
  layout: Layout,
  application: LayoutApplication,
): string {
  const problem = layout.problems.find(
    one => one.severity === 'error' && one.application === application.name,
  );
  if (!problem)
    return 'Failed to load target state: the sources cannot be read';
  const index = sourceOf(problem, application);
  const count = Math.max(application.sources.length, 1);
  return `Failed to load target state: failed to generate manifest for source ${index} of ${count}: ${reason(
    problem,
  )}`;
}
