import { HistoryAnswer, Layout, Tree, Xrd } from '@stagecraft/engine';
import {
  ChangeRequestType,
  CommitRef,
  CreateChangeRequest,
  FileDiff,
  GateSummary,
  PlanField,
  PlanRequest,
  PromotionPlan,
} from '@stagecraft/plugin-environments-common';
import { FileWrites, Repository } from '../repository';

/** A repository at one commit, read and laid out. */
export interface RepositorySnapshot {
  readonly commit: string;
  readonly tree: Tree;
  readonly layout: Layout;
  /** Kinds that the repository defines. */
  readonly xrds: readonly Xrd[];
}

/** A repository as planning needs it. Given by whoever keeps the index. */
export interface PlanningSource {
  readonly repository: Repository;
  readonly webUrl?: string;
  /** The newest commit; reads it first if none was read yet. */
  current(): Promise<RepositorySnapshot>;
  /** Any commit that is in the mirror, also one that is not pushed. */
  at(commit: string): Promise<RepositorySnapshot>;
  /** Bases, reasons and debts of a service between two environments, up to the current commit. */
  history(service: string, from: string, to: string): Promise<HistoryAnswer>;
  /** A commit as people name it. */
  commit(id: string): CommitRef | undefined;
  /** The newest commit up to the current one that touched one of these files. */
  lastChange(paths: Iterable<string>): CommitRef | undefined;
}

/** Finds the repository of a service. */
export interface PlanningSources {
  /** @throws NotFoundError if no repository has the service */
  forService(service: string): Promise<PlanningSource>;
  /** By repository name. */
  named(repository: string): PlanningSource | undefined;
  all(): PlanningSource[];
}

/** A fact, or why it is not known. */
export type Known<T> =
  | { readonly state: 'known'; readonly value: T }
  | { readonly state: 'unknown'; readonly reason: string };

/** What the clusters say; read from the ledger, never from a cluster. */
export interface LiveFacts {
  /** The commit that the environment's cluster has synced for this service. */
  synced(
    service: string,
    environment: string,
  ): Promise<Known<{ commit: string; at?: string }>>;
  health(
    service: string,
    environment: string,
  ): Promise<
    Known<{
      observedAt: string;
      resources: Array<{ resource: string; status: string }>;
    }>
  >;
}

/** People as the catalog knows them. */
export interface People {
  /** Name and address for commits. Never fails: an unknown person gets a made-up address. */
  identityOf(userRef: string): Promise<{ name: string; email: string }>;
  /** Entity refs of a group's members, by group name; a group that cannot be read is left out. */
  membersOf(groups: readonly string[]): Promise<Record<string, string[]>>;
}

/** What a reviewer looked at, as the approval gate needs it. */
export interface ReviewFacts {
  readonly author: string;
  /** Who wrote the content; none of them can approve it. */
  readonly pushers?: readonly string[];
  readonly content: string;
  readonly reviews: ReadonlyArray<{
    readonly by: string;
    readonly state: 'approved' | 'changesRequested' | 'commented';
    readonly at: string;
    readonly content: string;
  }>;
}

/** A change that is ready to be written, or says why it is not. */
export interface PlannedChange {
  readonly type: ChangeRequestType;
  readonly repository: string;
  readonly service: string;
  readonly from?: string;
  readonly to: string;
  /** The same for every plan of the same way: one open request each. */
  readonly way: string;
  /** Commit that the plan was made on. */
  readonly base: string;
  readonly files: FileWrites;
  readonly fields: readonly PlanField[];
  readonly diffs: readonly FileDiff[];
  readonly gates: GateSummary;
  readonly text: {
    readonly title: string;
    readonly body: string;
    readonly trailers: readonly string[];
  };
  /** Why it must not be written yet; undefined if it may. */
  readonly blocked?: string;
  /** Why there is nothing to write; undefined if there is. */
  readonly empty?: string;
}

/** Makes plans. Nothing here writes. */
export interface Planner {
  planPromotion(
    request: PlanRequest & { service: string },
    options: { user: string },
  ): Promise<{ plan: PromotionPlan; change: PlannedChange }>;
  planClaim(
    request: Extract<CreateChangeRequest, { type: 'claim' }>,
    options: { user: string },
  ): Promise<PlannedChange>;
}

/** Judges a change against the gates of the environment it goes to. */
export interface GateJudge {
  judge(options: {
    service: string;
    from?: string;
    to: string;
    source: PlanningSource;
    /** Texts by path before and after; only files that the change touches. */
    before: FileWrites;
    after: FileWrites;
    review: ReviewFacts;
  }): Promise<GateSummary>;
}
