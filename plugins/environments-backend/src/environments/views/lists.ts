import {
  ChangeRequestHead,
  DriftList,
  RepositoryState,
  ServiceList,
} from '@stagecraft/plugin-environments-common';
import { StoredClusterState, StoredDrift, StoredService } from '../../ledger';
import { serviceRow } from './serviceRow';

/** All services, those that need attention first. */
export function serviceList(input: {
  services: readonly StoredService[];
  /** What the catalog knows of each service, in the same order. */
  entities: ReadonlyArray<{ owner?: string; entityRef?: string } | undefined>;
  open: readonly ChangeRequestHead[];
  repositories: RepositoryState[];
  clusters: readonly StoredClusterState[];
  version: string;
}): ServiceList {
  const { services, entities, open, repositories, clusters, version } = input;
  const items = services.map((stored, i) =>
    serviceRow(
      stored,
      open.filter(({ service }) => service === stored.service),
      entities[i],
    ),
  );
  items.sort(
    (a, b) => b.attention - a.attention || (a.service < b.service ? -1 : 1),
  );
  const environments = new Set(
    services.flatMap(stored => stored.environments.map(({ name }) => name)),
  );
  const drifted = items.flatMap(({ cells }) =>
    cells.map(cell => (cell.state === 'read' ? cell.drifted : 0)),
  );
  return {
    environments: [...environments],
    items,
    repositories,
    clusters: clusters.map(({ name, state, since, error }) => ({
      name,
      state,
      since,
      error,
    })),
    totals: {
      services: items.length,
      drift: drifted.reduce((sum, count) => sum + count, 0),
      requests: open.length,
      findings: 0,
    },
    version,
  };
}

/** The drift ledger with what is watched around it. */
export function driftList(
  items: StoredDrift[],
  services: readonly StoredService[],
  clusters: readonly StoredClusterState[],
): DriftList {
  const cards = services.flatMap(({ environments }) =>
    environments.flatMap(card => (card.state === 'read' ? [card] : [])),
  );
  const times = clusters.flatMap(({ at }) => at ?? []).sort();
  return {
    items,
    watched: {
      clusters: clusters.length,
      resources: cards.reduce((sum, card) => sum + card.resources.length, 0),
      services: services.length,
      unreadable: cards.reduce((sum, card) => sum + card.drift.unknown, 0),
      comparedAt: times.at(-1),
    },
  };
}
