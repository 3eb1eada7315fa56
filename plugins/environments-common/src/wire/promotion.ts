import { CommitRef, GateSummary, ResourceName, ShownValue } from './common';

/** What a person decided about one field of a plan. @public */
export interface PlanDecision {
  resource: ResourceName;
  path: string;
  choose: 'source' | 'target' | 'value';
  /** With `value`: JSON value to write. */
  value?: unknown;
}

/** Request body of planPromotion. @public */
export interface PlanRequest {
  from: string;
  to: string;
  /** Only these resources; all when absent. */
  resources?: ResourceName[];
  decisions?: PlanDecision[];
}

/** One field of a plan. @public */
export interface PlanField {
  resource: ResourceName;
  path: string;
  action: 'take' | 'keep' | 'decide';
  /** How it got its action. */
  why:
    | 'sourceChanged'
    | 'override'
    | 'targetOnly'
    | 'bothChanged'
    | 'noBase'
    | 'decided'
    | 'ahead';
  source: ShownValue;
  target: ShownValue;
  base?: ShownValue;
  /** With a decision for another value: that value. */
  result?: ShownValue;
  /** Who last changed it on each side. */
  sourceCommit?: CommitRef;
  targetCommit?: CommitRef;
  /** Incident whose debt this field settles. */
  pays?: string;
  decided?: PlanDecision['choose'];
}

/** A line of a file's difference. @public */
export interface DiffLine {
  type: 'context' | 'added' | 'removed';
  text: string;
  before?: number;
  after?: number;
  /** "kept": holds the target's own value or comment. "undecided": stays until decided. */
  note?: 'kept' | 'undecided';
}

/** @public */
export interface FileDiff {
  path: string;
  status: 'changed' | 'created' | 'deleted' | 'unchanged';
  added: number;
  removed: number;
  /** Groups of consecutive lines. */
  hunks: DiffLine[][];
  waitsForDecision?: boolean;
  /** The file cannot be edited safely; it is left as it is. */
  refused?: string;
}

/** Answer of planPromotion. @public */
export interface PromotionPlan {
  service: string;
  from: string;
  to: string;
  /** Hash over everything that would be written; same plan, same id. */
  planId: string;
  sourceCommit: CommitRef;
  targetCommit?: CommitRef;
  base?: { by: 'trailer' | 'agreed'; commit: CommitRef; request?: number };
  fields: PlanField[];
  files: FileDiff[];
  gates: GateSummary;
  text: { title: string; body: string; trailers: string[] };
  /** Open request for the same way: creating updates it. */
  openRequest?: number;
  /** Nothing to write. */
  empty: boolean;
  /** Number of fields still to decide. */
  toDecide: number;
}
