import { JsonObject } from '@backstage/types';
import { KubeObject, mapAt, valueAt } from '../kubernetes/objects';
import { automation } from './applications';
import { lastAttempt } from './applicationStatus';
import { Compared } from './types';

/** After a failure the same commit is tried again, at first soon. */
const RETRY_MS = 1_000;
const SELF_HEAL_MS = 1_000;

export interface SyncDecision {
  readonly prune: boolean;
  readonly operation: JsonObject;
}

export interface SyncFacts {
  readonly compared: readonly Compared[];
  readonly commit: string;
  /** The application wants something else than at its last sync. */
  readonly changed: boolean;
  readonly now: Date;
}

/**
 * Whether to sync now, as Argo CD decides it: somebody asked; or a commit
 * changed what the application wants; or the last attempt failed; or self-heal
 * is on. Commits that change nothing for the application count as synced, as
 * with Argo CD's manifest-generate-paths.
 */
export function decideSync(
  application: KubeObject,
  facts: SyncFacts,
): SyncDecision | undefined {
  const { compared, commit, changed, now } = facts;
  const asked = mapAt(application, 'operation');
  if (asked) {
    return {
      prune: valueAt(asked, 'sync', 'prune') === true,
      operation: asked,
    };
  }
  const automated = automation(application);
  if (!automated) return undefined;
  const pending = compared.filter(
    one =>
      one.status.status !== 'Synced' &&
      (automated.prune || !one.status.requiresPruning),
  );
  const last = lastAttempt(application);
  const automatic = {
    prune: automated.prune,
    operation: {
      initiatedBy: { automated: true },
      retry: { limit: 5 },
      sync: { prune: automated.prune, revision: commit },
    },
  };
  if (pending.length === 0) return undefined;
  if (changed) return automatic;
  const since = now.getTime() - Date.parse(last.finishedAt ?? '1970-01-01');
  if (last.phase !== 'Succeeded')
    return since > RETRY_MS ? automatic : undefined;
  return automated.selfHeal && since > SELF_HEAL_MS ? automatic : undefined;
}
