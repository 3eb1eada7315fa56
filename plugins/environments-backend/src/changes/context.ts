import { LoggerService } from '@backstage/backend-plugin-api';
import { GateSummary } from '@stagecraft/plugin-environments-common';
import { Forge } from '@stagecraft/plugin-environments-node';
import {
  GateJudge,
  People,
  Planner,
  PlanningSource,
  PlanningSources,
} from '../planning';
import { ChangeRequestStore, StoredRequest, TargetState } from './store';

/** What the steps of a change request work with. */
export interface ChangesContext {
  readonly store: ChangeRequestStore;
  readonly sources: PlanningSources;
  readonly planner: Planner;
  readonly judge: GateJudge;
  readonly people: People;
  readonly logger: LoggerService;
  readonly now: () => Date;
  forgeOf(source: PlanningSource): Promise<{ id: string; forge: Forge }>;
  /** Tells whoever shows it that a request looks different now. */
  announce(request: StoredRequest): void;
}

/** A request judged against its target branch as it is now. */
export interface Judgement {
  readonly target: TargetState;
  readonly gates: GateSummary;
}
