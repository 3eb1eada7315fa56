import {
  PipelineStep,
  ServiceEnvironments,
} from '@stagecraft/plugin-environments-common';

/** The step as the caller meets it: without the permission to promote there it is closed. */
export function stepFor(
  step: PipelineStep,
  permissions: ServiceEnvironments['permissions'],
): PipelineStep {
  const closed =
    (step.state === 'toPromote' || step.state === 'frozen') &&
    !permissions.promote.includes(step.to);
  return closed ? { ...step, state: 'denied' } : step;
}

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
