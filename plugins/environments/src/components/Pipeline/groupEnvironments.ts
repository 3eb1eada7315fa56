import { ServiceEnvironment } from '@stagecraft/plugin-environments-common';

/**
 * Environments that stand for one stage: two or more in a row whose names share
 * everything before the last dash, e.g. prod-eu and prod-us.
 */
export function groupEnvironments(
  environments: ServiceEnvironment[],
): Array<{ stage: string; members: ServiceEnvironment[] }> {
  const groups: Array<{ stage: string; members: ServiceEnvironment[] }> = [];
  for (const environment of environments) {
    const dash = environment.name.lastIndexOf('-');
    const stage = dash > 0 ? environment.name.slice(0, dash) : environment.name;
    const last = groups.at(-1);
    if (dash > 0 && last?.stage === stage) {
      last.members.push(environment);
    } else {
      groups.push({ stage, members: [environment] });
    }
  }
  return groups;
}
