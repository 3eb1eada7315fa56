import { DriftItem, Json } from '@stagecraft/engine';
import {
  DriftField,
  ResourceDriftReport,
} from '@stagecraft/plugin-environments-common';
import { ResourceFacts } from '../facts/types';
import { RepositoryIndex } from '../types';
import { originOf } from './origins';
import { shownAt } from './shown';

/** Fields whose change is worth a sentence. */
const CONSEQUENCES: Readonly<
  Record<string, (live?: Json) => string | undefined>
> = {
  'metadata.annotations["crossplane.io/paused"]': live =>
    live === 'true' ? 'Stops reconciliation' : undefined,
};

function kindOf(
  item: DriftItem,
  verdict: ResourceFacts['drift']['verdict'],
): DriftField['kind'] {
  if (item.kind !== 'resource') return item.kind;
  return verdict === 'orphan' ? 'orphan' : 'missing';
}

/** One drifted field as the screens show it. */
export function driftField(
  item: DriftItem,
  facts: ResourceFacts,
  index: RepositoryIndex,
): DriftField {
  const { manifest } = facts.resource;
  const inGit = item.desired !== undefined && item.kind !== 'resource';
  return {
    resource: facts.name,
    path: item.text,
    kind: kindOf(item, facts.drift.verdict),
    git: shownAt(manifest.kind, item.path, item.desired),
    live: shownAt(manifest.kind, item.path, item.live),
    origin: inGit ? originOf(index, manifest, { path: item.path }) : undefined,
    cause: item.cause,
    manager: item.manager,
    atOrBefore: item.time,
    between: item.between && { from: item.between[0], to: item.between[1] },
    rule: item.rule,
    consequence: CONSEQUENCES[item.text]?.(item.live),
  };
}

/** The fields that count as drift: what waits to be synced does not. */
export function countedItems(facts: ResourceFacts): readonly DriftItem[] {
  if (facts.drift.verdict === 'pending') return [];
  return facts.drift.items.filter(item => item.cause !== 'pending');
}

/** Drift of one resource in full. `firstSeen` comes from the ledger, by path. */
export function driftReport(
  facts: ResourceFacts,
  index: RepositoryIndex,
  firstSeen: (path: string) => string | undefined = () => undefined,
): ResourceDriftReport {
  const { drift, resource, name } = facts;
  return {
    resource: name,
    kind: resource.manifest.kind,
    name: resource.manifest.name,
    verdict: drift.verdict,
    reason: drift.reason,
    fields: drift.items.map(item => ({
      ...driftField(item, facts, index),
      firstSeen: firstSeen(item.text),
    })),
    notCounted: [...drift.suppressed, ...drift.suspects].map(item =>
      driftField(item, facts, index),
    ),
  };
}
