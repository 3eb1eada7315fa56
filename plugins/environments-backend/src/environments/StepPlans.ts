import { EngineError } from '@stagecraft/engine';
import { Planner } from '../planning';
import { EnvironmentFacts } from './facts/types';
import { RepositoryIndex } from './types';
import { StepPlan } from './views/steps';

/** Gates that look at people are judged as for somebody who has nothing to do with it. */
const NOBODY = 'user:default/nobody';

type Outcome = StepPlan | { failed: string };

/**
 * Plans of the ways between environments, the same that the promote dialog
 * shows. Kept until Git, what is deployed, or health is different.
 */
export class StepPlans {
  readonly #planner: Pick<Planner, 'planPromotion'>;
  readonly #kept = new Map<string, { key: string; outcome: Outcome }>();

  constructor(planner: Pick<Planner, 'planPromotion'>) {
    this.#planner = planner;
  }

  async plan(options: {
    service: string;
    from: string;
    to: string;
    index: RepositoryIndex;
    facts: readonly EnvironmentFacts[];
  }): Promise<Outcome> {
    const { service, from, to, index, facts } = options;
    const way = JSON.stringify([index.config.name, service, from, to]);
    const key = JSON.stringify([
      index.latest()?.commit,
      facts
        .filter(({ environment }) => environment === from || environment === to)
        .map(({ applications, resources }) => [
          applications.map(app => app.synced),
          resources.map(resource => resource.health.status),
        ]),
    ]);
    const kept = this.#kept.get(way);
    if (kept?.key === key) return kept.outcome;
    const outcome = await this.#ask(service, from, to);
    this.#kept.set(way, { key, outcome });
    return outcome;
  }

  async #ask(service: string, from: string, to: string): Promise<Outcome> {
    try {
      const { plan } = await this.#planner.planPromotion(
        { service, from, to },
        { user: NOBODY },
      );
      return {
        changes: plan.fields.filter(field => field.action === 'take').length,
        toDecide: plan.toDecide,
        gates: plan.gates,
      };
    } catch (error) {
      if (error instanceof EngineError || error instanceof Error) {
        return { failed: error.message };
      }
      throw error;
    }
  }
}
