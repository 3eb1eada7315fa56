import { getKey, isObject, JsonObject } from '@stagecraft/engine';
import { DeployVerdict } from '@stagecraft/plugin-environments-common';
import { textAt } from '../facts/applications';
import { ApplicationFacts, EnvironmentFacts } from '../facts/types';

/** What is merged in an environment but not deployed; `since` is the commit time of the oldest. */
export interface Waiting {
  readonly fields: ReadonlyArray<{ resource: string; path: string }>;
  readonly since?: string;
  /** Why it cannot be told. */
  readonly unknown?: string;
}

type Status = DeployVerdict['status'];

const WORST: readonly Status[] = [
  'failing',
  'notApplied',
  'unknown',
  'waiting',
  'deployed',
];

interface OneVerdict {
  readonly status: Status;
  readonly detail?: string;
}

function retries(application: JsonObject): string | undefined {
  const state = getKey(getKey(application, 'status'), 'operationState');
  const count = getKey(state, 'retryCount');
  const retry = getKey(
    getKey(getKey(application, 'spec'), 'syncPolicy'),
    'retry',
  );
  const limit = getKey(retry, 'limit');
  if (typeof count !== 'number' || count < 1) return undefined;
  return typeof limit === 'number'
    ? `retry ${count} of ${limit}`
    : `retry ${count}`;
}

/** Self-heal and automated sync as the Application in the cluster, else in Git, has them. */
export function syncPolicy({ application, live }: ApplicationFacts): {
  automated: boolean;
  selfHeal: boolean;
} {
  const spec =
    live.state === 'read' ? getKey(live.object, 'spec') : application.spec;
  const automated = getKey(getKey(spec, 'syncPolicy'), 'automated');
  const on = isObject(automated) && getKey(automated, 'enabled') !== false;
  return {
    automated: on,
    selfHeal: on && getKey(automated, 'selfHeal') === true,
  };
}

function judge(
  facts: ApplicationFacts,
  blockedBy: string | undefined,
): OneVerdict {
  const { application, live } = facts;
  if (application.blocked) {
    return {
      status: 'notApplied',
      detail: blockedBy ?? `${application.name} is not applied.`,
    };
  }
  if (live.state === 'missing') {
    return {
      status: 'notApplied',
      detail: `Argo CD has no Application ${application.name}.`,
    };
  }
  if (live.state === 'unreadable') {
    return { status: 'unknown', detail: live.reason };
  }
  const sync = textAt(live.object, 'status', 'sync', 'status');
  const phase = textAt(live.object, 'status', 'operationState', 'phase');
  const message = textAt(live.object, 'status', 'operationState', 'message');
  if (sync !== 'Synced' && (phase === 'Failed' || phase === 'Error')) {
    return { status: 'failing', detail: message ?? 'The last sync failed.' };
  }
  if (sync !== 'Synced' && phase === 'Running') {
    return { status: 'waiting', detail: retries(live.object) };
  }
  if (sync === 'Synced' || sync === 'OutOfSync') return { status: 'deployed' };
  return { status: 'unknown', detail: 'Argo CD has not compared it yet.' };
}

function policyWords(facts: EnvironmentFacts): string | undefined {
  const policies = facts.applications.map(syncPolicy);
  if (policies.some(policy => !policy.automated)) return 'auto-sync off';
  if (policies.some(policy => !policy.selfHeal)) return 'self-heal off';
  return undefined;
}

/** Did what Git says arrive? The worst of the Applications that deliver here. */
export function deployVerdict(
  facts: EnvironmentFacts,
  waiting: Waiting,
  blockedBy: (application: string) => string | undefined,
): DeployVerdict {
  const policies = facts.applications.map(syncPolicy);
  const base = {
    waiting: waiting.fields.length,
    since: waiting.since,
    syncedCommit: facts.applications.find(app => app.synced)?.synced,
    selfHeal: policies.length > 0 ? policies.every(p => p.selfHeal) : undefined,
    automated:
      policies.length > 0 ? policies.every(p => p.automated) : undefined,
  };
  const verdicts = facts.applications.map(app =>
    judge(app, blockedBy(app.application.name)),
  );
  if (verdicts.length === 0) verdicts.push(withoutArgo(facts));
  const [worst] = verdicts.sort(
    (a, b) => WORST.indexOf(a.status) - WORST.indexOf(b.status),
  );
  if (worst.status === 'deployed' || worst.status === 'waiting') {
    if (waiting.fields.length > 0) {
      return { ...base, status: 'waiting', detail: worst.detail };
    }
    if (waiting.unknown) {
      return { ...base, status: 'unknown', detail: waiting.unknown };
    }
    return {
      ...base,
      status: worst.status,
      detail: worst.detail ?? policyWords(facts),
    };
  }
  return { ...base, status: worst.status, detail: worst.detail };
}

/** Without Applications only the objects themselves can tell. */
function withoutArgo({ resources }: EnvironmentFacts): OneVerdict {
  const unreadable = resources.find(({ live }) => live.state === 'unreadable');
  if (unreadable?.live.state === 'unreadable') {
    return { status: 'unknown', detail: unreadable.live.reason };
  }
  return resources.some(({ drift }) => drift.verdict === 'pending')
    ? { status: 'waiting' }
    : { status: 'deployed' };
}
