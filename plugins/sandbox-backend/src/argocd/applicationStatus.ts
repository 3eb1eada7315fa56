import { JsonObject } from '@backstage/types';
import {
  isMap,
  KubeObject,
  listAt,
  mapAt,
  sameJson,
  textAt,
  timestamp,
} from '../kubernetes/objects';
import { applicationHealth } from './argoHealth';
import { Compared, ResourceResult, ResourceStatus } from './types';

const MAX_HISTORY = 10;

/** The sources of an Application, and under which key it has them. */
export function sourcesOf(application: KubeObject): JsonObject {
  const sources = listAt(application, 'spec', 'sources');
  return sources.length > 0
    ? { sources }
    : { source: mapAt(application, 'spec', 'source') ?? {} };
}

/** A commit in the shape of the Application's sources. */
export function revisionsOf(
  application: KubeObject,
  commit: string,
): JsonObject {
  const sources = listAt(application, 'spec', 'sources');
  return sources.length > 0
    ? { revisions: sources.map(() => commit) }
    : { revision: commit };
}

export function resourcesOf(application: KubeObject): ResourceStatus[] {
  return listAt(application, 'status', 'resources') as ResourceStatus[];
}

/** The commit that was synced last, successfully or not. */
export function lastAttempt(application: KubeObject): {
  commit?: string;
  phase?: string;
  finishedAt?: string;
} {
  const state = mapAt(application, 'status', 'operationState');
  const result = mapAt(state, 'syncResult');
  const [first] = listAt(result, 'revisions');
  return {
    commit: textAt(result, 'revision') ?? (first ? String(first) : undefined),
    phase: textAt(state, 'phase'),
    finishedAt: textAt(state, 'finishedAt'),
  };
}

function images(compared: readonly Compared[]): string[] {
  const found = compared.flatMap(({ live }) =>
    listAt(live, 'spec', 'template', 'spec', 'containers').flatMap(
      container => {
        const image = textAt(container, 'image');
        return image ? [image] : [];
      },
    ),
  );
  return [...new Set(found)].sort();
}

/** Status of an application whose desired and live state are known. */
export function comparedStatus(
  application: KubeObject,
  compared: readonly Compared[],
  commit: string,
  now: Date,
): JsonObject {
  const outOfSync = compared.some(one => one.status.status !== 'Synced');
  return {
    resources: compared.map(one => one.status),
    sync: {
      status: outOfSync ? 'OutOfSync' : 'Synced',
      comparedTo: {
        ...sourcesOf(application),
        destination: mapAt(application, 'spec', 'destination') ?? {},
      },
      ...revisionsOf(application, commit),
    },
    health: healthOf(
      application,
      applicationHealth(compared.map(one => one.status.health)),
      now,
    ),
    summary: { images: images(compared) },
    sourceType: 'Directory',
    conditions: null,
  };
}

/** Status of an application that could not be compared, in Argo CD's words. */
export function failedStatus(
  application: KubeObject,
  message: string,
  now: Date,
): JsonObject {
  const before = listAt(application, 'status', 'conditions').find(
    condition => textAt(condition, 'message') === message,
  );
  return {
    sync: {
      ...mapAt(application, 'status', 'sync'),
      status: 'Unknown',
      comparedTo: {
        ...sourcesOf(application),
        destination: mapAt(application, 'spec', 'destination') ?? {},
      },
    },
    health: healthOf(
      application,
      textAt(application, 'status', 'health', 'status') ?? 'Unknown',
      now,
    ),
    conditions: [
      {
        type: 'ComparisonError',
        message,
        lastTransitionTime:
          textAt(before, 'lastTransitionTime') ?? timestamp(now),
      },
    ],
  };
}

function healthOf(
  application: KubeObject,
  status: string,
  now: Date,
): JsonObject {
  const before = mapAt(application, 'status', 'health');
  return {
    status,
    lastTransitionTime:
      before?.status === status
        ? textAt(before, 'lastTransitionTime')
        : timestamp(now),
  };
}

export interface SyncRun {
  readonly commit: string;
  readonly results: readonly ResourceResult[];
  readonly operation: JsonObject;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

/** `status.operationState` after a sync. */
export function operationState(
  application: KubeObject,
  run: SyncRun,
): JsonObject {
  const failed = run.results.filter(one => one.status === 'SyncFailed');
  return {
    operation: run.operation,
    phase: failed.length > 0 ? 'Failed' : 'Succeeded',
    message:
      failed.length > 0
        ? `one or more objects failed to apply, reason: ${failed[0].message}`
        : 'successfully synced (all tasks run)',
    startedAt: timestamp(run.startedAt),
    finishedAt: timestamp(run.finishedAt),
    syncResult: {
      ...sourcesOf(application),
      ...revisionsOf(application, run.commit),
      resources: [...run.results],
    },
  };
}

/** `status.history` with a successful sync added. */
export function withHistory(
  application: KubeObject,
  run: SyncRun,
): JsonObject[] {
  const history = listAt(application, 'status', 'history').filter(isMap);
  const last = history[history.length - 1];
  return [
    ...history,
    {
      id: last && typeof last.id === 'number' ? last.id + 1 : 0,
      ...revisionsOf(application, run.commit),
      ...sourcesOf(application),
      deployStartedAt: timestamp(run.startedAt),
      deployedAt: timestamp(run.finishedAt),
      initiatedBy: mapAt(run.operation, 'initiatedBy') ?? {},
    },
  ].slice(-MAX_HISTORY);
}

/** True if a status says nothing that the Application does not say already. */
export function saysNothingNew(
  application: KubeObject,
  status: JsonObject,
): boolean {
  const current = mapAt(application, 'status') ?? {};
  return Object.entries(status).every(([key, value]) =>
    value === null ? current[key] === undefined : sameJson(current[key], value),
  );
}
