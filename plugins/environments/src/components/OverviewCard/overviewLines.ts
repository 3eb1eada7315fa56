import {
  HealthStatus,
  PipelineStep,
  ServiceEnvironment,
  ServiceEnvironmentRead,
  ServiceEnvironments,
} from '@stagecraft/plugin-environments-common';
import { worstHealth } from '../EnvironmentCard';
import { groupEnvironments } from '../Pipeline';

/** From this many environments on, those of one stage share a line. */
const GROUPED_FROM = 5;

/** One environment, or the environments of one stage. */
export interface OverviewLine {
  stage: string;
  /** Environment that speaks for the line: the one worst off. */
  speaker: ServiceEnvironment;
  size: number;
  health: HealthStatus;
  /** The way that leads here from the line before. */
  step?: PipelineStep;
}

/** Health of an environment as far as it is known now. */
function healthNow(environment: ServiceEnvironment): HealthStatus {
  return environment.state === 'read' && environment.freshness.state === 'live'
    ? environment.health.status
    : 'Unknown';
}

function trouble(environment: ServiceEnvironment): number {
  if (environment.state !== 'read') {
    return 0;
  }
  const worse = worstHealth([healthNow(environment), 'Suspended']);
  return (
    (worse === 'Suspended' ? 0 : 1000) +
    environment.drift.drifted * 10 +
    environment.deploy.waiting
  );
}

function worstOf(members: ServiceEnvironment[]): ServiceEnvironment {
  return members.reduce((worst, member) =>
    trouble(member) > trouble(worst) ? member : worst,
  );
}

/** One line per environment, or per stage where there are many. */
export function overviewLines(
  answer: Pick<ServiceEnvironments, 'environments' | 'steps'>,
): OverviewLine[] {
  const { environments, steps } = answer;
  const groups =
    environments.length < GROUPED_FROM
      ? environments.map(env => ({ stage: env.name, members: [env] }))
      : groupEnvironments(environments);
  return groups.map(({ stage, members }) => ({
    stage: members.length > 1 ? stage : members[0].name,
    speaker: worstOf(members),
    size: members.length,
    health: worstHealth(members.map(healthNow)),
    step: steps.find(step => step.to === members[0].name),
  }));
}

/** The environments that were read, at whatever freshness. */
export function readOnes(
  environments: ServiceEnvironment[],
): ServiceEnvironmentRead[] {
  return environments.flatMap(env => (env.state === 'read' ? [env] : []));
}
