import { FieldReason, HistoryAnswer, Obligation } from '@stagecraft/engine';
import { StoredEnvironment, StoredService, StoredStep } from '../ledger';
import { EnvironmentFacts } from './facts/types';
import { RepositoryIndex } from './types';
import { cardLabels } from './views/cardLabels';
import { Marks, NO_MARKS } from './views/cardValues';
import { obligationsOf } from './views/debts';
import { Waiting } from './views/deployVerdict';
import { environmentCard } from './views/environmentCard';
import { pipelineStep, StepPlan } from './views/steps';
import { waitingIn } from './waiting';

/** A service with everything that its cards are made of. */
export interface ServiceInput {
  readonly service: string;
  readonly index: RepositoryIndex;
  /** In promotion order, one for every environment of the repository. */
  readonly facts: readonly EnvironmentFacts[];
  readonly firstSeen: (
    environment: string,
    resource: string,
    path: string,
  ) => string | undefined;
}

/** The cards of a service, and the answers its steps are made from. */
export interface AssembledService {
  readonly environments: StoredEnvironment[];
  /** One fewer than environments. */
  readonly answers: ReadonlyArray<HistoryAnswer>;
}

function paths(
  fields: ReadonlyArray<{ resource: string; text: string }>,
  resource: string,
): Set<string> {
  return new Set(
    fields.flatMap(field => (field.resource === resource ? [field.text] : [])),
  );
}

function marksIn(options: {
  environment: string;
  toNext: readonly FieldReason[];
  fromBefore: readonly FieldReason[];
  waiting: Waiting;
  obligations: readonly Obligation[];
}): (resource: string) => Marks {
  const { environment, toNext, fromBefore, waiting, obligations } = options;
  const pending = toNext.filter(field => field.reason === 'pending');
  const unexpected = fromBefore.filter(field => field.reason === 'divergent');
  const hotfix = obligations.filter(owed => owed.madeIn === environment);
  const merged = waiting.fields.map(field => ({ ...field, text: field.path }));
  return resource => ({
    pending: paths(pending, resource),
    merged: paths(merged, resource),
    hotfix: paths(hotfix, resource),
    unexpected: paths(unexpected, resource),
  });
}

/** Makes the cards of a service from what is known of each environment. */
export function assembleService(input: ServiceInput): AssembledService {
  const { service, index, facts, firstSeen } = input;
  const answers = facts
    .slice(1)
    .map(({ environment: to }, i) =>
      index.ask({ service, from: facts[i].environment, to }),
    );
  const obligations = obligationsOf(answers);
  const labels = cardLabels(
    facts,
    index.latest()?.xrds ?? [],
    answers.flatMap(answer => answer.fields),
  );
  const environments = facts.map((here, i): StoredEnvironment => {
    const { environment } = here;
    if (here.resources.length === 0) {
      return {
        state: 'empty',
        name: environment,
        detail: `${index.config.name} has nothing of ${service} for ${environment}.`,
      };
    }
    const other = (facts[i + 1] ?? facts[i - 1])?.environment;
    const waiting: Waiting =
      other === undefined ? { fields: [] } : waitingIn(here, other, index);
    const before = facts[i - 1];
    return environmentCard({
      facts: here,
      index,
      labels,
      marks:
        answers.length === 0
          ? () => NO_MARKS
          : marksIn({
              environment,
              toNext: answers[i]?.fields ?? [],
              fromBefore: answers[i - 1]?.fields ?? [],
              waiting,
              obligations,
            }),
      waiting,
      before:
        before && before.resources.length > 0
          ? { environment: before.environment, answer: answers[i - 1] }
          : undefined,
      obligations,
      firstSeen: (resource, path) => firstSeen(environment, resource, path),
    });
  });
  return { environments, answers };
}

/** The steps between cards; `plan` is asked only where something differs. */
export async function assembleSteps(
  { environments, answers }: AssembledService,
  plan: (from: string, to: string) => Promise<StepPlan | { failed: string }>,
): Promise<StoredStep[]> {
  const steps: StoredStep[] = [];
  for (const [i, answer] of answers.entries()) {
    const [from, to] = [environments[i], environments[i + 1]];
    const differs = answer.fields.some(
      field => field.reason === 'pending' || field.conflict,
    );
    steps.push(
      pipelineStep({
        from,
        to,
        answer,
        plan: differs ? await plan(from.name, to.name) : undefined,
      }),
    );
  }
  return steps;
}

/** Puts the parts of a service together for the ledger. */
export function storedService(
  { service, index }: ServiceInput,
  assembled: AssembledService,
  steps: StoredStep[],
): StoredService {
  return {
    repository: index.config.name,
    service,
    environments: assembled.environments,
    steps,
  };
}
