import { ApplicationFacts } from '../facts/types';
import { syncPolicy } from './deployVerdict';

/** Why Argo CD leaves drift as it is; undefined where it would put it right. */
export function whyItLasts(
  applications: readonly ApplicationFacts[],
): string | undefined {
  for (const application of applications) {
    const { automated, selfHeal } = syncPolicy(application);
    const { name } = application.application;
    if (!automated) return `automated sync is off for ${name}`;
    if (!selfHeal) return `self-heal is off for ${name}`;
  }
  return undefined;
}
