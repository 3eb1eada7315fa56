import {
  CommitRef,
  DifferenceCounts,
  EnvironmentNote,
  GateSummary,
  HealthVerdict,
  OriginRef,
  ResourceName,
  ShownValue,
} from './common';
import { ChangeRequestHead } from './changeRequests';

/** Did what Git says arrive in the cluster? @public */
export interface DeployVerdict {
  status: 'deployed' | 'waiting' | 'failing' | 'notApplied' | 'unknown';
  /** Number of merged changes that the cluster has not taken. */
  waiting: number;
  /** RFC 3339: since when the oldest of them waits. */
  since?: string;
  /** Extra words: "self-heal off", "retry 2 of 3", the error of a failing sync. */
  detail?: string;
  syncedCommit?: string;
  selfHeal?: boolean;
  automated?: boolean;
}

/** Is the cluster still as Git says? Counts are of fields. @public */
export interface DriftVerdict {
  status: 'none' | 'drifted' | 'pending' | 'unknown';
  drifted: number;
  /** Resources that could not be judged. */
  unknown: number;
  equal: number;
  /** RFC 3339: when the oldest drifted field began to differ, at or before. */
  since?: string;
  checkedAt?: string;
}

/** A telling value of a resource. At most one mark. @public */
export interface CardValue {
  label: string;
  path: string;
  /** What Git says. */
  git: ShownValue;
  /** Only present when the cluster has another value. */
  live?: ShownValue;
  mark?: 'pending' | 'merged' | 'hotfix' | 'drift' | 'unexpected';
}

/** One resource on an environment's card. @public */
export interface CardResource {
  name: string;
  kind: string;
  group: string;
  apiVersion: string;
  namespace?: string;
  resource: ResourceName;
  health: HealthVerdict;
  values: CardValue[];
  /** Short text instead of values: "2.14.0, 2/2 ready", "6 keys", "3 keys, hidden". */
  summary?: string;
  drift: { status: DriftVerdict['status']; fields: number; reason?: string };
  deploy: DeployVerdict['status'];
  /** Differences against the environment before, by reason. */
  differences?: DifferenceCounts;
  origin: OriginRef;
  /** Other definitions of the same object that are not in force. */
  shadowed: Array<OriginRef & { lostFields: string[] }>;
  /** The file of this resource cannot be read: what is shown is of an older commit or nothing. */
  unreadable?: string;
}

/** A hotfix that lower environments still have to take. @public */
export interface HotfixDebt {
  incident?: string;
  commit: CommitRef;
  /** Environment in which the hotfix was made. */
  madeIn: string;
  fields: Array<{ resource: ResourceName; path: string; value: ShownValue }>;
  /** Number of a change request that pays it, if one is open. */
  paidBy?: number;
}

/** The state of one service in one environment. @public */
export type ServiceEnvironment =
  | { state: 'denied'; name: string; permission: string; owner?: string }
  | { state: 'empty'; name: string; detail: string }
  | ServiceEnvironmentRead;

/** @public */
export interface ServiceEnvironmentRead {
  state: 'read';
  name: string;
  cluster: string;
  namespace: string;
  /** Names of the Argo CD Applications that deliver it. */
  applications: string[];
  /** Newest commit that changed this service here. */
  revision?: CommitRef;
  health: HealthVerdict & { healthy: number; total: number };
  deploy: DeployVerdict;
  drift: DriftVerdict;
  /** How fresh the live values are. `stale`: the cluster does not answer, values are from `at`. */
  freshness: { state: 'live' | 'stale' | 'never'; at?: string };
  notes: EnvironmentNote[];
  resources: CardResource[];
  /** Against the environment before; absent for the first. */
  comparedWith?: { environment: string; counts: DifferenceCounts };
  requests: ChangeRequestHead[];
  /** Debts that this environment owes. */
  owes: HotfixDebt[];
  /** Debts that others owe to this environment. */
  aheadBy: HotfixDebt[];
}

/** The way from one environment to the next. @public */
export interface PipelineStep {
  from: string;
  to: string;
  state:
    | 'upToDate'
    | 'toPromote'
    | 'inReview'
    | 'frozen'
    | 'blocked'
    | 'notCompared'
    | 'denied';
  changes: number;
  toDecide: number;
  ahead: number;
  gates?: GateSummary;
  /** Open request on this way. */
  request?: ChangeRequestHead;
  /** One short reason, e.g. "1 file cannot be read". */
  reason?: string;
}

/** @public */
export interface RepositoryState {
  name: string;
  url?: string;
  branch: string;
  head?: CommitRef;
  /** When the mirror last agreed with the remote, RFC 3339. */
  readAt?: string;
  /** Why it cannot be read now. */
  error?: string;
}

/** Answer of getServiceEnvironments. @public */
export interface ServiceEnvironments {
  service: string;
  repository: RepositoryState;
  /** In promotion order. */
  environments: ServiceEnvironment[];
  /** One fewer than environments, in the same order. */
  steps: PipelineStep[];
  /** What the caller may do, for buttons. */
  permissions: { promote: string[]; hotfix: boolean; createClaim: boolean };
  /** Changes when anything shown here changes. */
  version: string;
}

/** A service on the page of all services. @public */
export interface ServiceRow {
  service: string;
  owner?: string;
  entityRef?: string;
  cells: Array<
    | {
        state: 'read';
        environment: string;
        health: HealthVerdict['status'];
        revision?: CommitRef;
        drifted: number;
        toDeploy: number;
        unknown: number;
        staleSince?: string;
      }
    | { state: 'empty' | 'denied'; environment: string }
  >;
  steps: Array<
    Pick<PipelineStep, 'from' | 'to' | 'state' | 'changes' | 'toDecide'>
  >;
  debt?: { incident?: string; since: string };
  requests: number;
  /** Higher needs attention sooner. */
  attention: number;
}

/** Answer of listServices. @public */
export interface ServiceList {
  environments: string[];
  items: ServiceRow[];
  repositories: RepositoryState[];
  clusters: Array<{
    name: string;
    state: 'live' | 'stale' | 'never';
    since?: string;
    error?: string;
  }>;
  totals: {
    services: number;
    drift: number;
    requests: number;
    findings: number;
  };
  version: string;
}
