import { EnvironmentFacts } from '../facts/types';
import { syncPolicy } from './deployVerdict';

/** Why Argo CD leaves drift as it is; undefined where it would put it right. */
export function whyItLasts(facts: EnvironmentFacts): string | undefined {
  for (const app of facts.applications) {
    const { automated, selfHeal } = syncPolicy(app);
    const { name } = app.application;
    if (!automated) return `automated sync is off for ${name}`;
    if (!selfHeal) return `self-heal is off for ${name}`;
  }
  return undefined;
}
