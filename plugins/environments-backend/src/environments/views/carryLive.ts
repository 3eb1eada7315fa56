import { EnvironmentNote } from '@stagecraft/plugin-environments-common';
import { StoredEnvironment, StoredEnvironmentRead } from '../../ledger';

function staleNote(
  card: StoredEnvironmentRead,
  since: string,
): EnvironmentNote {
  const unreached = card.notes.find(
    note => note.code === 'cluster-unreachable',
  );
  return {
    code: 'cluster-unreachable',
    tone: 'negative',
    title: `${card.cluster} does not answer`,
    detail: `Live values are from then and may be wrong. ${
      unreached?.detail ?? ''
    }`.trim(),
    since,
  };
}

/**
 * After a restart a cluster that has not answered yet must not wipe out what
 * was known of it: the live side of the earlier card stays, as of `since`.
 * What Git says is always the new card's.
 */
export function carryLive(
  card: StoredEnvironment,
  before: StoredEnvironment | undefined,
  since: string | undefined,
): StoredEnvironment {
  if (card.state !== 'read' || before?.state !== 'read') return card;
  if (card.freshness.state !== 'never' || before.freshness.state === 'never') {
    return card;
  }
  const at = before.freshness.at ?? since;
  if (!at) return card;
  return {
    ...card,
    health: before.health,
    deploy: before.deploy,
    drift: before.drift,
    freshness: { state: 'stale', at },
    notes: [
      staleNote(card, at),
      ...card.notes.filter(note => note.code !== 'cluster-unreachable'),
    ],
    resources: card.resources.map(resource => {
      const old = before.resources.find(
        ({ resource: name }) => name === resource.resource,
      );
      if (!old) return resource;
      return {
        ...resource,
        health: old.health,
        summary: old.summary,
        drift: old.drift,
        deploy: old.deploy,
        values: resource.values.map(value => {
          const known = old.values.find(({ path }) => path === value.path);
          return known?.mark === 'drift'
            ? { ...value, live: known.live, mark: known.mark }
            : value;
        }),
      };
    }),
  };
}
