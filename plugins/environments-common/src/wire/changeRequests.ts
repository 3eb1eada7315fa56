import { GateSummary, ResourceName } from './common';
import { FileDiff, PlanField, PlanRequest } from './promotion';

/** @public */
export type ChangeRequestType =
  | 'promotion'
  | 'claim'
  | 'hotfix'
  | 'backport'
  | 'change';

/** @public */
export interface ChangeRequestHead {
  id: number;
  type: ChangeRequestType;
  title: string;
  service: string;
  from?: string;
  to: string;
  state: 'open' | 'merged' | 'closed';
  author: string;
  openedAt: string;
  /** In words: "in review", "gates wait", "ready", "merged". */
  progress: 'inReview' | 'waiting' | 'ready' | 'blocked' | 'merged' | 'closed';
  gates?: { pass: number; wait: number; fail: number };
  url?: string;
}

/** @public */
export interface Review {
  by: string;
  state: 'approved' | 'changesRequested' | 'commented';
  comment?: string;
  at: string;
  /** The review was of an earlier content and counts no more. */
  outdated: boolean;
}

/** Answer of getChangeRequest. @public */
export interface ChangeRequest extends Omit<ChangeRequestHead, 'gates'> {
  description: string;
  trailers: string[];
  branch: string;
  baseCommit: string;
  headCommit: string;
  mergedCommit?: string;
  mergedBy?: string;
  mergedAt?: string;
  closedBy?: string;
  closedAt?: string;
  fields: PlanField[];
  files: FileDiff[];
  gates: GateSummary;
  reviews: Review[];
  /** The target branch has moved on: `clean` merges still, `conflict` needs a new plan. */
  target: { state: 'current' | 'clean' | 'conflict'; files?: string[] };
  /** What the caller may do, and the sentence that says why not. */
  may: {
    approve: { allowed: boolean; reason?: string };
    merge: { allowed: boolean; reason?: string };
    close: { allowed: boolean; reason?: string };
  };
}

/** Request body of createChangeRequest. With `dryRun` nothing is written. @public */
export type CreateChangeRequest = {
  dryRun?: boolean;
  title?: string;
  description?: string;
} & (
  | ({ type: 'promotion'; service: string } & PlanRequest)
  | {
      type: 'claim';
      service: string;
      environment: string;
      /** Kind of an XRD in the repository, e.g. XRedisCache. */
      kind: string;
      name: string;
      parameters: Record<string, unknown>;
      /** Composition to use; the XRD's default when absent. */
      composition?: string;
    }
);

/** Answer of createChangeRequest. @public */
export type ChangeRequestResult =
  | { outcome: 'created' | 'updated'; request: ChangeRequest }
  | { outcome: 'unchanged'; request: ChangeRequest }
  | { outcome: 'nothingToDo'; reason: string }
  | {
      outcome: 'dryRun';
      preview: {
        title: string;
        description: string;
        files: FileDiff[];
        gates: GateSummary;
      };
    };

/** Request body of reviewChangeRequest. @public */
export interface ReviewRequest {
  verdict: 'approve' | 'requestChanges' | 'comment';
  comment?: string;
  /** The content that was looked at; refused when it has changed since. */
  headCommit?: string;
}

/** Request body of mergeChangeRequest. @public */
export interface MergeRequest {
  headCommit?: string;
  dryRun?: boolean;
}

/** Answer of listChangeRequests. @public */
export interface ChangeRequestList {
  items: ChangeRequestHead[];
}

/** A kind that people can ask for, from an XRD in the repository. @public */
export interface ClaimKind {
  kind: string;
  group: string;
  version: string;
  title: string;
  description?: string;
  /** JSON schema of spec.parameters, for a form. */
  parameters: Record<string, unknown>;
  compositions: string[];
  environments: string[];
  origin: { file: string; line: number };
}

/** Answer of listClaimKinds. @public */
export interface ClaimKindList {
  items: ClaimKind[];
}

/** @public */
export interface ClaimIssue {
  path: string;
  message: string;
}

/** @public */
export type ResourceRef = ResourceName;
