import { HistoryAnswer } from '@stagecraft/engine';
import { GateSummary } from '@stagecraft/plugin-environments-common';
import { StoredEnvironment, StoredStep } from '../../ledger';

/** What a plan of the whole way says, in numbers. */
export interface StepPlan {
  readonly changes: number;
  readonly toDecide: number;
  readonly gates: GateSummary;
}

/** Both ends of a way and what is known between them. */
export interface StepInput {
  readonly from: StoredEnvironment;
  readonly to: StoredEnvironment;
  /** Undefined if the history could not be asked. */
  readonly answer?: HistoryAnswer;
  /** The plan, or why there is none. */
  readonly plan?: StepPlan | { readonly failed: string };
}

function unreadableFiles(environment: StoredEnvironment): number {
  if (environment.state !== 'read') return 0;
  return new Set(
    environment.notes.flatMap(note =>
      note.code === 'file-unreadable' ? note.origin?.file ?? note.title : [],
    ),
  ).size;
}

function numbers({ answer, plan }: StepInput): {
  changes: number;
  toDecide: number;
} {
  if (plan && !('failed' in plan)) return plan;
  const fields = answer?.fields ?? [];
  return {
    changes: fields.filter(
      field => field.reason === 'pending' && !field.conflict,
    ).length,
    toDecide: fields.filter(field => field.conflict && field.sourceChanged)
      .length,
  };
}

/** The way from one environment to the next: what would go along it, and whether it may. */
export function pipelineStep(input: StepInput): StoredStep {
  const { from, to, answer, plan } = input;
  const way = { from: from.name, to: to.name };
  const nothing = { changes: 0, toDecide: 0, ahead: 0 };
  const broken = unreadableFiles(from) + unreadableFiles(to);
  if (broken > 0) {
    const reason =
      broken === 1 ? '1 file cannot be read' : `${broken} files cannot be read`;
    return { ...way, ...nothing, state: 'notCompared', reason };
  }
  if (!answer) {
    return {
      ...way,
      ...nothing,
      state: 'notCompared',
      reason: 'The repository has not been read yet',
    };
  }
  if (from.state === 'empty') {
    return {
      ...way,
      ...nothing,
      state: 'notCompared',
      reason: `Nothing in ${from.name}`,
    };
  }
  const { changes, toDecide } = numbers(input);
  const step: StoredStep = {
    ...way,
    state: 'upToDate',
    changes,
    toDecide,
    ahead: answer.fields.filter(field => field.reason === 'ahead').length,
  };
  if (changes + toDecide === 0) return step;
  if (plan && 'failed' in plan) {
    return { ...step, state: 'blocked', reason: plan.failed };
  }
  if (!plan) return { ...step, state: 'toPromote' };
  const failing = plan.gates.results.find(gate => gate.verdict === 'fail');
  const frozen = plan.gates.results.find(
    gate => gate.gate === 'window' && gate.verdict === 'pending',
  );
  if (failing && toDecide === 0) {
    return {
      ...step,
      state: 'blocked',
      gates: plan.gates,
      reason: failing.evidence[0] ?? failing.title,
    };
  }
  return {
    ...step,
    state: frozen ? 'frozen' : 'toPromote',
    gates: plan.gates,
    reason: frozen?.evidence[0],
  };
}
