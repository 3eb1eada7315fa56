import {
  Health,
  HealthStatus,
  HistoryAnswer,
  Obligation,
  worstHealth,
} from '@stagecraft/engine';
import {
  CardResource,
  CommitRef,
  HealthVerdict,
} from '@stagecraft/plugin-environments-common';
import { StoredEnvironmentRead } from '../../ledger';
import { textAt } from '../facts/applications';
import { EnvironmentFacts, ResourceFacts } from '../facts/types';
import { blockingProblems } from '../facts/unreadable';
import { RepositoryIndex } from '../types';
import { CardLabel } from './cardLabels';
import { cardValues, Marks } from './cardValues';
import { countDifferences } from './counts';
import { debtsOf } from './debts';
import { deployVerdict, Waiting } from './deployVerdict';
import { driftVerdict, driftedFields, resourceDrift } from './driftVerdict';
import { notesOf } from './notes';
import { originOf } from './origins';
import { shadowedOf } from './shadowed';
import { summaryOf } from './summary';

/** What one card is made of. */
export interface CardInput {
  readonly facts: EnvironmentFacts;
  readonly index: RepositoryIndex;
  readonly labels: ReadonlyMap<string, readonly CardLabel[]>;
  /** By `Kind/name`. */
  readonly marks: (resource: string) => Marks;
  readonly waiting: Waiting;
  /** Against the environment before; undefined for the first. */
  readonly before?: {
    readonly environment: string;
    readonly answer: HistoryAnswer;
  };
  readonly obligations: readonly Obligation[];
  readonly firstSeen: (resource: string, path: string) => string | undefined;
}

/** A healthy resource needs no words. */
function saidOf(health: Health | undefined): string {
  return health && health.status !== 'Healthy' ? health.message : '';
}

/** Health of one resource, with what Argo CD says beside it. */
export function healthVerdict({ health, argo }: ResourceFacts): HealthVerdict {
  return {
    status: health.status,
    message: saidOf(health),
    since: health.since,
    argo: argo?.health,
  };
}

function environmentHealth(
  facts: EnvironmentFacts,
): StoredEnvironmentRead['health'] {
  const status = worstHealth(facts.resources.map(r => r.health.status));
  const worst = facts.resources.find(r => r.health.status === status);
  const argo = facts.applications.flatMap(({ live }) => {
    const said =
      live.state === 'read' &&
      textAt(live.object, 'status', 'health', 'status');
    return said ? [said as HealthStatus] : [];
  });
  return {
    status,
    message: saidOf(worst?.health),
    since: worst?.health.since,
    argo: argo.length > 0 ? worstHealth(argo) : undefined,
    healthy: facts.resources.filter(r => r.health.status === 'Healthy').length,
    total: facts.resources.length,
  };
}

function cardResource(facts: ResourceFacts, input: CardInput): CardResource {
  const { manifest } = facts.resource;
  const labels = input.labels.get(facts.name) ?? [];
  const merged = input.waiting.fields.some(
    field => field.resource === facts.name,
  );
  const compared = input.before?.answer.resources.filter(
    ({ resource }) => resource === facts.name,
  );
  return {
    name: manifest.name,
    kind: manifest.kind,
    group: manifest.group,
    apiVersion: manifest.apiVersion,
    namespace: manifest.namespace,
    resource: facts.name,
    health: healthVerdict(facts),
    values: cardValues(facts, labels, input.marks(facts.name)),
    summary: summaryOf(manifest, facts.live),
    drift: {
      status: resourceDrift(facts),
      fields: driftedFields(facts),
      reason:
        facts.live.state === 'unreadable'
          ? facts.live.reason
          : facts.drift.reason,
    },
    deploy: resourceDeploy(facts, merged),
    differences: compared && countDifferences(compared),
    origin: originOf(input.index, manifest),
    shadowed: shadowedOf(input.index, facts.resource),
    unreadable: facts.unreadable,
  };
}

function resourceDeploy(
  facts: ResourceFacts,
  merged: boolean,
): CardResource['deploy'] {
  const app = facts.application;
  if (facts.unreadable || app?.live.state === 'missing') return 'notApplied';
  if (facts.live.state === 'unreadable') return 'unknown';
  return merged || facts.drift.verdict === 'pending' ? 'waiting' : 'deployed';
}

/** The newest commit that changed this service here. */
export function revisionOf(
  facts: EnvironmentFacts,
  index: RepositoryIndex,
): CommitRef | undefined {
  return index.lastChange(
    facts.resources.map(({ resource }) => resource.manifest.origin.file),
  );
}

/** The card of a service in one environment. */
export function environmentCard(input: CardInput): StoredEnvironmentRead {
  const { facts, index } = input;
  const state = facts.clusterState?.state ?? 'never';
  const namespaces = new Set(
    facts.resources.flatMap(
      ({ resource }) => resource.manifest.namespace ?? [],
    ),
  );
  return {
    state: 'read',
    name: facts.environment,
    cluster: facts.cluster,
    namespace: [...namespaces].join(', '),
    applications: facts.applications.map(({ application }) => application.name),
    revision: revisionOf(facts, index),
    health: environmentHealth(facts),
    deploy: deployVerdict(
      facts,
      input.waiting,
      application => blockingProblems(index.latest(), application)[0]?.message,
    ),
    drift: driftVerdict(facts, input.firstSeen),
    freshness: {
      state,
      at: state === 'stale' ? facts.clusterState?.since : undefined,
    },
    notes: notesOf(facts, index),
    resources: facts.resources.map(resource => cardResource(resource, input)),
    comparedWith: input.before && {
      environment: input.before.environment,
      counts: countDifferences(input.before.answer.resources),
    },
    ...debtsOf(facts.environment, input.obligations, id => index.commit(id)),
  };
}
