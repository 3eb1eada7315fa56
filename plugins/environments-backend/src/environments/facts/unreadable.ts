import { EffectiveResource, LayoutProblem } from '@stagecraft/engine';
import { fileProblem, renderProblem } from '../fileProblem';
import { RepositoryIndexAt } from '../types';

/** Errors that leave an Application without any desired state. */
export function blockingProblems(
  index: RepositoryIndexAt | undefined,
  application: string | undefined,
): readonly LayoutProblem[] {
  if (application === undefined) return [];
  return (index?.layout.problems ?? []).filter(
    problem =>
      problem.severity === 'error' && problem.application === application,
  );
}

/**
 * Why the newest commit does not say what this resource shall be: its own file
 * cannot be read, or another file stops the whole Application.
 */
export function unreadableReason(
  resource: EffectiveResource,
  index: RepositoryIndexAt | undefined,
): string | undefined {
  const { manifest, application } = resource;
  const own = manifest.origin.rendered
    ? renderProblem(index, resource)
    : fileProblem(index, manifest.origin.file);
  if (own) return own.message;
  const blocked = index?.layout.applications.find(
    ({ name, blocked: is }) => is && name === application,
  );
  if (!blocked) return undefined;
  const [problem] = blockingProblems(index, application);
  return problem
    ? `Argo CD applies nothing of ${blocked.name}: ${problem.message}`
    : `Argo CD applies nothing of ${blocked.name}.`;
}
