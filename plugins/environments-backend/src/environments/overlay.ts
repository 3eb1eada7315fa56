import {
  ChangeRequestHead,
  PipelineStep,
  ServiceEnvironment,
} from '@stagecraft/plugin-environments-common';
import { StoredClusterState, StoredEnvironment, StoredStep } from '../ledger';

/** Puts what changes by itself, open requests and freshness, onto a stored card. */
export function shownEnvironment(
  stored: StoredEnvironment,
  requests: readonly ChangeRequestHead[],
  clusters: ReadonlyMap<string, StoredClusterState>,
): ServiceEnvironment {
  if (stored.state === 'empty') return stored;
  const at =
    stored.freshness.at ??
    (stored.freshness.state === 'live'
      ? clusters.get(stored.cluster)?.at
      : undefined);
  const into = requests.filter(request => request.to === stored.name);
  return {
    ...stored,
    freshness: { ...stored.freshness, at },
    drift: { ...stored.drift, checkedAt: at },
    requests: into,
    owes: stored.owes.map(debt => ({
      ...debt,
      paidBy: into.find(request => request.type === 'backport')?.id,
    })),
  };
}

/** A stored step with the open request on its way, if there is one. */
export function shownStep(
  stored: StoredStep,
  requests: readonly ChangeRequestHead[],
): PipelineStep {
  const request = requests.find(
    ({ from, to }) => from === stored.from && to === stored.to,
  );
  if (!request) return stored;
  return { ...stored, state: 'inReview', request };
}
