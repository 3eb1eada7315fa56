import { DriftVerdict } from '@stagecraft/plugin-environments-common';
import { EnvironmentFacts, ResourceFacts } from '../facts/types';
import { countedItems } from './driftFields';

const missingHere = ({ drift }: ResourceFacts) => drift.verdict === 'missing';

/** Number of fields of a resource that drift; a missing resource is one. */
export function driftedFields(facts: ResourceFacts): number {
  const items = countedItems(facts).length;
  return items === 0 && missingHere(facts) && !waitsForSync(facts) ? 1 : items;
}

/** Not in the cluster because Argo CD has not deployed the commit that brings it. */
export function waitsForSync({ drift, application }: ResourceFacts): boolean {
  return (
    drift.verdict === 'pending' ||
    (drift.verdict === 'missing' &&
      drift.items.every(item => item.cause === 'pending') &&
      application !== undefined)
  );
}

/** Drift status of one resource. */
export function resourceDrift(facts: ResourceFacts): DriftVerdict['status'] {
  if (facts.drift.verdict === 'unknown') return 'unknown';
  if (driftedFields(facts) > 0) return 'drifted';
  return waitsForSync(facts) ? 'pending' : 'none';
}

/**
 * Drift of an environment. `since` is the onset: the earliest known time of a
 * drifted field, from its manager's entry, else from our first sight of it.
 */
export function driftVerdict(
  facts: EnvironmentFacts,
  firstSeen: (resource: string, path: string) => string | undefined,
): DriftVerdict {
  let drifted = 0;
  let since: string | undefined;
  const count = { none: 0, drifted: 0, pending: 0, unknown: 0 };
  for (const resource of facts.resources) {
    const status = resourceDrift(resource);
    count[status] += 1;
    if (status !== 'drifted') continue;
    drifted += driftedFields(resource);
    for (const item of countedItems(resource)) {
      const at =
        item.time ?? item.between?.[1] ?? firstSeen(resource.name, item.text);
      if (at && (!since || at < since)) since = at;
    }
  }
  const status = (['drifted', 'unknown', 'pending'] as const).find(
    candidate => count[candidate] > 0,
  );
  return {
    status: status ?? 'none',
    drifted,
    unknown: count.unknown,
    equal: count.none,
    since,
  };
}
