import { evaluateGates, GateFacts, GateName } from '@stagecraft/engine';
import {
  GateResult,
  GateSummary,
} from '@stagecraft/plugin-environments-common';
import { gateRules, PlanningConfig } from '../rules';
import { GateJudge, LiveFacts, People } from '../types';
import { gateFacts } from './gateFacts';
import { gateTitle, gateWords } from './sentences';

/** As a person works through them. */
const ORDER: readonly GateName[] = [
  'exists',
  'health',
  'soak',
  'schema',
  'parity',
  'hotfix',
  'window',
  'destructive',
  'approval',
  'override',
];

/** The engine's verdicts in words. */
export function summarizeGates(facts: GateFacts): GateSummary {
  const judged = evaluateGates(facts);
  const results = ORDER.flatMap((gate): GateResult[] => {
    const verdict = judged.gates[gate];
    if (!verdict) return [];
    const instants = verdict.evidence.flatMap(({ until }) => until ?? []);
    return [
      {
        gate,
        title: gateTitle(gate, facts),
        ...gateWords(gate, verdict, facts),
        // All of its reasons have to pass, so the last one counts.
        ...(instants.length > 0 && { until: instants.sort().at(-1) }),
      },
    ];
  });
  return {
    decision: judged.decision,
    results,
    checkedAt: facts.now ?? new Date(0).toISOString(),
  };
}

/** Judges changes with the engine, from Git, the ledger and the catalog. */
export class DefaultGateJudge implements GateJudge {
  readonly #config: PlanningConfig;
  readonly #live: LiveFacts;
  readonly #people: People;
  readonly #now: () => Date;

  static create(options: {
    config: PlanningConfig;
    live: LiveFacts;
    people: People;
    now?: () => Date;
  }): DefaultGateJudge {
    return new DefaultGateJudge(options);
  }

  private constructor(options: {
    config: PlanningConfig;
    live: LiveFacts;
    people: People;
    now?: () => Date;
  }) {
    this.#config = options.config;
    this.#live = options.live;
    this.#people = options.people;
    this.#now = options.now ?? (() => new Date());
  }

  async judge(
    options: Parameters<GateJudge['judge']>[0],
  ): Promise<GateSummary> {
    const snapshot = await options.source.current();
    const order = snapshot.layout.environments.map(({ name }) => name);
    return summarizeGates(
      await gateFacts({
        ...options,
        // What does not come from an environment still has one before it.
        from: options.from ?? order[order.indexOf(options.to) - 1],
        snapshot,
        rules: gateRules(this.#config, options.to, order),
        live: this.#live,
        people: this.#people,
        now: this.#now(),
      }),
    );
  }
}
