/** How well a resource or environment is. Order from best to worst: Healthy, Suspended, Progressing, Missing, Unknown, Degraded. @public */
export type HealthStatus =
  | 'Healthy'
  | 'Suspended'
  | 'Progressing'
  | 'Missing'
  | 'Unknown'
  | 'Degraded';

/** @public */
export interface HealthVerdict {
  status: HealthStatus;
  /** One sentence in plain words; empty when there is nothing to add. */
  message: string;
  /** When this state began, RFC 3339, if the object says so. */
  since?: string;
  /** What Argo CD says of the same object, where it says anything. */
  argo?: string;
}

/** A commit as people name it. @public */
export interface CommitRef {
  id: string;
  shortId: string;
  subject: string;
  author: string;
  /** Commit time, RFC 3339. */
  time: string;
  /** The commit is an emergency change of a later environment. */
  hotfix?: { incident?: string };
}

/** Where a value or resource stands in Git. @public */
export interface OriginRef {
  file: string;
  /** 1-based. */
  line: number;
  /** The newest commit that touched it, when known. */
  commit?: string;
  /** Link to the file at that commit, where the forge has one. */
  url?: string;
}

/** Names one resource within an environment: `Kind/name`, e.g. `XRedisCache/user-session-cache`. @public */
export type ResourceName = string;

/**
 * A value as the screen shows it: JSON text for lists and maps, the plain
 * scalar otherwise. Secret values never appear: they are `hidden`.
 * @public
 */
export type ShownValue =
  | { state: 'value'; text: string; quoted?: boolean }
  | { state: 'absent' }
  | { state: 'hidden' };

/** Something about a file, cluster or Application that the reader must know. @public */
export interface EnvironmentNote {
  code:
    | 'cluster-unreachable'
    | 'cluster-denied'
    | 'file-unreadable'
    | 'not-applied'
    | 'repository-unreachable'
    | 'layout';
  tone: 'negative' | 'warning' | 'neutral';
  title: string;
  detail: string;
  /** What to do about it. */
  fix?: string;
  origin?: OriginRef;
  /** RFC 3339: since when. */
  since?: string;
}

/** Why two environments differ in a field. @public */
export type DifferenceReason = 'expected' | 'pending' | 'unexpected' | 'ahead';

/** @public */
export interface DifferenceCounts {
  expected: number;
  pending: number;
  unexpected: number;
  ahead: number;
  equal: number;
  /** Fields that could not be compared because a side could not be read. */
  unknown: number;
}

/** @public */
export type GateVerdict = 'pass' | 'fail' | 'pending' | 'warn';

/** @public */
export interface GateResult {
  /** Machine name: exists, schema, approval, ... */
  gate: string;
  /** Name on screen, e.g. "Exists in dev". */
  title: string;
  verdict: GateVerdict;
  /** Evidence as sentences, most telling first. */
  evidence: string[];
  /** RFC 3339: the earliest instant at which the gate can pass by itself. */
  until?: string;
}

/** @public */
export interface GateSummary {
  decision: 'allow' | 'wait' | 'block';
  results: GateResult[];
  /** When they were judged, RFC 3339. */
  checkedAt: string;
}
