import { isError } from '@backstage/errors';
import {
  CreateChangeRequest,
  PlanRequest,
} from '@stagecraft/plugin-environments-common';
import { planClaim } from './claim/planClaim';
import { planPromotion } from './promotion/planPromotion';
import { PlanningConfig } from './rules';
import { GateJudge, Planner, PlanningSource, PlanningSources } from './types';

/** Makes plans from the repositories' newest commits, the ledger and the catalog. */
export class DefaultPlanner implements Planner {
  readonly #sources: PlanningSources;
  readonly #config: PlanningConfig;
  readonly #judge: GateJudge;
  readonly #openOnWay: (
    repository: string,
    way: string,
  ) => Promise<number | undefined>;

  static create(options: {
    sources: PlanningSources;
    config: PlanningConfig;
    judge: GateJudge;
    /** Number of the open request of a way, if there is one. */
    openOnWay: (repository: string, way: string) => Promise<number | undefined>;
  }): DefaultPlanner {
    return new DefaultPlanner(options);
  }

  private constructor(options: {
    sources: PlanningSources;
    config: PlanningConfig;
    judge: GateJudge;
    openOnWay: (repository: string, way: string) => Promise<number | undefined>;
  }) {
    this.#sources = options.sources;
    this.#config = options.config;
    this.#judge = options.judge;
    this.#openOnWay = options.openOnWay;
  }

  async planPromotion(
    request: PlanRequest & { service: string },
    options: { user: string },
  ) {
    return planPromotion({
      request,
      user: options.user,
      source: await this.#sources.forService(request.service),
      config: this.#config,
      judge: this.#judge,
      openOnWay: this.#openOnWay,
    });
  }

  async planClaim(
    request: Extract<CreateChangeRequest, { type: 'claim' }>,
    options: { user: string },
  ) {
    return planClaim({
      request,
      user: options.user,
      source: await this.#claimSource(request.service),
      judge: this.#judge,
    });
  }

  /** A service that has nothing yet begins in the repository, if there is only one. */
  async #claimSource(service: string): Promise<PlanningSource> {
    try {
      return await this.#sources.forService(service);
    } catch (error) {
      const [only, ...more] = this.#sources.all();
      const isNew = isError(error) && error.name === 'NotFoundError';
      if (isNew && only && more.length === 0) return only;
      throw error;
    }
  }
}
