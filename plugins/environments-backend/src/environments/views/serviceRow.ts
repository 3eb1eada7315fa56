import {
  ChangeRequestHead,
  ServiceRow,
} from '@stagecraft/plugin-environments-common';
import { StoredEnvironment, StoredService } from '../../ledger';

/** Weights: a person is needed now > something stands still > something waits. */
const ATTENTION = {
  Degraded: 1_000,
  Missing: 600,
  failing: 800,
  drifted: 500,
  debt: 300,
  toDecide: 200,
  blocked: 150,
  unreadable: 120,
  waiting: 60,
  toPromote: 40,
  request: 20,
};

type Cell = ServiceRow['cells'][number];

/** One environment in one line. */
export function serviceCell(stored: StoredEnvironment): Cell {
  if (stored.state === 'empty') {
    return { state: 'empty', environment: stored.name };
  }
  return {
    state: 'read',
    environment: stored.name,
    health: stored.health.status,
    revision: stored.revision,
    drifted: stored.drift.drifted,
    toDeploy: stored.deploy.waiting,
    unknown: stored.drift.unknown,
    staleSince:
      stored.freshness.state === 'stale' ? stored.freshness.at : undefined,
  };
}

function environmentAttention(stored: StoredEnvironment): number {
  if (stored.state !== 'read') return 0;
  const { health, deploy, drift } = stored;
  return (
    (health.status === 'Degraded' ? ATTENTION.Degraded : 0) +
    (health.status === 'Missing' ? ATTENTION.Missing : 0) +
    (deploy.status === 'failing' ? ATTENTION.failing : 0) +
    (deploy.status === 'waiting' ? ATTENTION.waiting : 0) +
    (drift.drifted > 0 ? ATTENTION.drifted + drift.drifted : 0) +
    (drift.unknown > 0 ? ATTENTION.unreadable : 0)
  );
}

/** The oldest hotfix that a lower environment still owes. */
function debtOf(
  environments: readonly StoredEnvironment[],
): ServiceRow['debt'] {
  const debts = environments
    .flatMap(stored => (stored.state === 'read' ? stored.owes : []))
    .sort((a, b) => (a.commit.time < b.commit.time ? -1 : 1));
  const [oldest] = debts;
  return oldest && { incident: oldest.incident, since: oldest.commit.time };
}

/** A service on the page of all services. `requests` are its open ones. */
export function serviceRow(
  stored: StoredService,
  requests: readonly ChangeRequestHead[],
  entity: { owner?: string; entityRef?: string } | undefined,
): ServiceRow {
  const { service, environments, steps } = stored;
  const debt = debtOf(environments);
  const attention =
    environments.reduce((sum, one) => sum + environmentAttention(one), 0) +
    steps.reduce(
      (sum, step) =>
        sum +
        (step.toDecide > 0 ? ATTENTION.toDecide : 0) +
        (step.state === 'blocked' ? ATTENTION.blocked : 0) +
        (step.changes > 0 ? ATTENTION.toPromote : 0),
      0,
    ) +
    (debt ? ATTENTION.debt : 0) +
    requests.length * ATTENTION.request;
  return {
    service,
    owner: entity?.owner,
    entityRef: entity?.entityRef,
    cells: environments.map(serviceCell),
    steps: steps.map(({ from, to, state, changes, toDecide }) => ({
      from,
      to,
      state: requests.some(
        request => request.from === from && request.to === to,
      )
        ? 'inReview'
        : state,
      changes,
      toDecide,
    })),
    debt,
    requests: requests.length,
    attention,
  };
}
