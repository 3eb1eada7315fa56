import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Layout, Tree } from '@stagecraft/engine';
import {
  ChangeRequestHead,
  CommitRef,
  Comparison,
  DriftList,
  PipelineStep,
  ResourceDetail,
  ServiceDrift,
  ServiceEnvironments,
  ServiceList,
} from '@stagecraft/plugin-environments-common';
import { RepositoryConfig } from '../config';

/** A repository at one commit, read and laid out. */
export interface RepositoryIndexAt {
  readonly repository: RepositoryConfig;
  readonly commit: string;
  readonly tree: Tree;
  readonly layout: Layout;
  /** Object id of a file; undefined if there is none. */
  oid(path: string): string | undefined;
}

/** A repository over time. */
export interface RepositoryIndex {
  readonly repository: RepositoryConfig;
  /** The newest commit that was read; undefined before the first. */
  current(): RepositoryIndexAt | undefined;
  /**
   * Any commit of the repository.
   * @throws NotFoundError if the commit is not in the mirror
   */
  at(commit: string): Promise<RepositoryIndexAt>;
  /** A commit as people name it; undefined if it is not in the history that was read. */
  commit(id: string): CommitRef | undefined;
  /** The newest commit up to the current one that touched one of these files. */
  lastChange(paths: Iterable<string>): CommitRef | undefined;
}

/** Counts of one way, from the same plan that the promote dialog shows. */
export type StepPlan = Pick<
  PipelineStep,
  'changes' | 'toDecide' | 'gates' | 'reason'
> & { blocked: boolean };

/** Judges the way between two environments; given by the planning room. */
export interface StepPlanner {
  planStep(options: {
    service: string;
    from: string;
    to: string;
    index: RepositoryIndexAt;
  }): Promise<StepPlan>;
}

/** Open change requests, for cards; given by the changes room. */
export interface OpenRequests {
  /** Of one service, or of all. */
  listOpen(service?: string): Promise<ChangeRequestHead[]>;
}

/** Who asks. Always the caller of the API, never the backend itself. */
export interface CallOptions {
  credentials: BackstageCredentials;
}

/** The read side of the product. */
export interface EnvironmentsService {
  listServices(options: CallOptions): Promise<ServiceList>;
  getServiceEnvironments(
    request: { service: string },
    options: CallOptions,
  ): Promise<ServiceEnvironments>;
  compareEnvironments(
    request: { service: string; from: string; to: string },
    options: CallOptions,
  ): Promise<Comparison>;
  getServiceDrift(
    request: { service: string; environment?: string },
    options: CallOptions,
  ): Promise<ServiceDrift>;
  listDrift(options: CallOptions): Promise<DriftList>;
  getResource(
    request: {
      service: string;
      environment: string;
      kind: string;
      name: string;
    },
    options: CallOptions,
  ): Promise<ResourceDetail>;
}
