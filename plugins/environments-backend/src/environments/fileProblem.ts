import { EffectiveResource, Problem, readYaml } from '@stagecraft/engine';
import { RepositoryIndexAt } from './types';

/** Why a file cannot be read, with the place. */
export type FileProblem = Pick<Problem, 'message' | 'line' | 'fix'>;

/** What is wrong with a text that Argo CD takes for no manifest and passes over. */
function passedOver(text: string): FileProblem {
  const fix = 'Correct the YAML; Argo CD passes over the file as it is.';
  try {
    readYaml(text);
    return { message: 'It is no manifest.', fix };
  } catch (error) {
    const { message, line } = error as { message: string; line?: number };
    return { message, line, fix };
  }
}

/**
 * The first error in a file at a commit; undefined if it can be read or is not
 * there. Only to be asked of files that held manifests before: others may be
 * passed over rightly.
 */
export function fileProblem(
  index: RepositoryIndexAt | undefined,
  file: string,
): FileProblem | undefined {
  const parsed = index?.tree.parse(file);
  if (!parsed) return undefined;
  if (parsed.reading.state === 'ignored') return passedOver(parsed.file.text);
  return parsed.problems.find(({ severity }) => severity === 'error');
}

/** Why a kustomization that made a resource before makes nothing at a commit. */
export function renderProblem(
  index: RepositoryIndexAt | undefined,
  { application, environment, manifest }: EffectiveResource,
): FileProblem | undefined {
  return index?.layout.problems.find(
    ({ code, path = '', ...problem }) =>
      (code === 'render-failed' || code === 'rendered-elsewhere') &&
      problem.application === application &&
      problem.environment === environment &&
      manifest.origin.file.startsWith(path),
  );
}
