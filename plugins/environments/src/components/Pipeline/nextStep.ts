import {
  PipelineStep,
  ServiceEnvironments,
} from '@stagecraft/plugin-environments-common';

/** The one step that the view offers first: the earliest with something to promote that the caller may take. */
export function nextStep(
  answer: Pick<ServiceEnvironments, 'steps' | 'permissions'>,
): PipelineStep | undefined {
  return answer.steps.find(
    step =>
      step.state === 'toPromote' &&
      step.gates?.decision !== 'block' &&
      answer.permissions.promote.includes(step.to),
  );
}
