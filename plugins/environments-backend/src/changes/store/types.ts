import {
  ChangeRequestType,
  FileDiff,
  GateSummary,
  PlanField,
} from '@stagecraft/plugin-environments-common';
import { ForgeReview } from '@stagecraft/plugin-environments-node';
import { ChangeRequestFilter } from '../types';
import { Intent } from './intent';

/** `preparing`: a number is given, the branch is not pushed yet; nobody sees it. */
export type StoredState = 'preparing' | 'open' | 'merged' | 'closed';

/** How a request stands to its target branch. */
export type TargetState =
  | { state: 'current' | 'clean' }
  | { state: 'conflict'; files: string[] };

/** What a person sees of a request's content. */
export interface RequestContent {
  title: string;
  description: string;
  trailers: string[];
  baseCommit: string;
  headCommit: string;
  /** Hash of what would be written. */
  content: string;
  fields: PlanField[];
  files: FileDiff[];
}

/** A change request as the database holds it. */
export interface StoredRequest extends RequestContent {
  id: number;
  repository: string;
  type: ChangeRequestType;
  service: string;
  from?: string;
  to: string;
  way: string;
  state: StoredState;
  author: string;
  /** Who wrote its content, the author included; none of them can approve it. */
  pushers: string[];
  branch: string;
  /** Head that the portal wrote itself. */
  publishedCommit: string;
  gates: GateSummary;
  target: TargetState;
  forge: string;
  forgeNumber?: number;
  forgeUrl?: string;
  intent?: Intent;
  mergedCommit?: string;
  mergedBy?: string;
  mergedAt?: string;
  closedBy?: string;
  closedAt?: string;
  openedAt: string;
  revision: number;
}

/** What may change of a stored request. */
export type RequestPatch = Partial<
  Omit<
    StoredRequest,
    'id' | 'repository' | 'type' | 'service' | 'way' | 'revision' | 'intent'
  >
> & {
  /** `none` takes it away. */
  intent?: Intent | 'none';
};

/** Keeps change requests and their reviews. */
export interface ChangeRequestStore {
  /**
   * Stores a request in state `preparing`.
   * @throws ConflictError if another one of the same way is not ended
   */
  insert(
    request: Omit<StoredRequest, 'id' | 'revision' | 'state'>,
  ): Promise<StoredRequest>;
  get(id: number): Promise<StoredRequest | undefined>;
  /** The one request of a way that is not ended. */
  onWay(repository: string, way: string): Promise<StoredRequest | undefined>;
  /** Newest first, without those that are still being prepared. */
  list(filter: ChangeRequestFilter): Promise<StoredRequest[]>;
  /** All that are being prepared or open. */
  notEnded(repository: string): Promise<StoredRequest[]>;
  /** Ended ones that had one of these branches. */
  endedWithBranch(
    repository: string,
    branches: string[],
  ): Promise<StoredRequest[]>;
  /**
   * Changes a request that is still as the caller read it.
   * @throws ConflictError if somebody else changed it in between
   */
  update(request: StoredRequest, patch: RequestPatch): Promise<StoredRequest>;
  /** Forgets a request that was never opened. */
  remove(id: number): Promise<void>;
  /** Adds reviews that are not there yet. */
  addReviews(id: number, reviews: readonly ForgeReview[]): Promise<void>;
  /** Oldest first. */
  reviews(id: number): Promise<ForgeReview[]>;
}
