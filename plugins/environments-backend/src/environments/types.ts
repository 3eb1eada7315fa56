import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { EffectiveResource, HistoryAnswer, Xrd } from '@stagecraft/engine';
import {
  ChangeRequestHead,
  Comparison,
  DriftList,
  ResourceDetail,
  ServiceDrift,
  ServiceEnvironments,
  ServiceList,
} from '@stagecraft/plugin-environments-common';
import { RepositoryConfig } from '../config';
import { PlanningSource, RepositorySnapshot } from '../planning';

/** A repository at one commit, read and laid out. */
export interface RepositoryIndexAt extends RepositorySnapshot {
  readonly config: RepositoryConfig;
  /** Kinds that the repository defines. */
  readonly xrds: readonly Xrd[];
  /** Object id of a file; undefined if there is none. */
  oid(path: string): string | undefined;
}

/** A repository over time. */
export interface RepositoryIndex extends PlanningSource {
  readonly config: RepositoryConfig;
  /** The newest commit that was read; undefined before the first. */
  latest(): RepositoryIndexAt | undefined;
  current(): Promise<RepositoryIndexAt>;
  /**
   * Resources in force in the environments, of one service or of all. A
   * resource that an unreadable file keeps out is there as it last was.
   */
  effective(service?: string): EffectiveResource[];
  /** What the history up to the newest commit that was read says of two environments. */
  ask(question: {
    service: string;
    from: string;
    to: string;
    /** Environment to the commit that its cluster runs. */
    synced?: Record<string, string>;
  }): HistoryAnswer;
  /** @throws NotFoundError if the commit is not in the mirror */
  at(commit: string): Promise<RepositoryIndexAt>;
}

/** Open change requests, for cards; given by the changes room. */
export interface OpenRequests {
  /** Of one service, or of all. Reads only the database. */
  listOpen(service?: string): Promise<ChangeRequestHead[]>;
}

/** Who asks. Always the caller of the API, never the backend itself. */
export interface CallOptions {
  credentials: BackstageCredentials;
}

/** Names one resource of a service in an environment. */
export interface ResourceRequest {
  service: string;
  environment: string;
  kind: string;
  name: string;
}

/** The read side of the product. Unknown names are NotFoundErrors that say what there is. */
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
    request: ResourceRequest,
    options: CallOptions,
  ): Promise<ResourceDetail>;
}
