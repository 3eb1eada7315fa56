import {
  DriftField,
  GateSummary,
  PipelineStep,
  RepositoryState,
  ServiceEnvironmentRead,
} from '@stagecraft/plugin-environments-common';

/** One environment of a service as it was computed; who may see it is not known here. */
export type StoredEnvironment =
  | { state: 'empty'; name: string; detail: string }
  | StoredEnvironmentRead;

/** As shown, without the change requests: those have a store of their own. */
export type StoredEnvironmentRead = Omit<ServiceEnvironmentRead, 'requests'>;

/** The way between two environments as it was computed, without open requests. */
export type StoredStep = Omit<PipelineStep, 'request'> & {
  gates?: GateSummary;
};

/** A service with all its environments, in promotion order. */
export interface StoredService {
  repository: string;
  service: string;
  environments: StoredEnvironment[];
  steps: StoredStep[];
}

/** A service as it is read back. */
export interface ReadService extends StoredService {
  /** Changes when anything of it changes. */
  version: string;
}

/** A drifted field as the ledger keeps it. */
export interface StoredDrift extends DriftField {
  service: string;
  environment: string;
}

/** The last values seen of a live object; proof for removals. */
export interface LiveSnapshot {
  /** Redacted: Secret values are hashes. */
  object: unknown;
  /** RFC 3339. */
  at: string;
}

/** How a cluster or repository was when last looked at. */
export interface StoredClusterState {
  name: string;
  state: 'live' | 'stale' | 'never';
  /** RFC 3339: since when it does not answer. */
  since?: string;
  /** RFC 3339: when it was last heard of. */
  at?: string;
  error?: string;
}

/**
 * What the product knows, kept in the database. Views read only this, so that
 * any replica answers and nothing is asked of Git, forge or cluster.
 */
export interface LedgerStore {
  /** Undefined if no repository has the service. */
  getService(service: string): Promise<ReadService | undefined>;
  listServices(): Promise<ReadService[]>;
  /** Undefined if the service or the environment is not known. */
  getEnvironment(
    service: string,
    environment: string,
  ): Promise<StoredEnvironment | undefined>;
  /** Writes a service; returns false when nothing of it was different. */
  putService(service: StoredService): Promise<boolean>;
  /** Forgets the services of a repository that are not named, and what drifts in them; returns those forgotten. */
  keepServices(repository: string, services: string[]): Promise<string[]>;

  /**
   * Replaces what drifts in one environment. `firstSeen` of a field that was
   * there before stays; a new one gets `now`.
   */
  putDrift(
    at: { service: string; environment: string; now: string },
    fields: DriftField[],
  ): Promise<StoredDrift[]>;
  listDrift(): Promise<StoredDrift[]>;

  getSnapshot(cluster: string, key: string): Promise<LiveSnapshot | undefined>;
  putSnapshot(
    cluster: string,
    key: string,
    snapshot: LiveSnapshot,
  ): Promise<void>;

  putClusterState(state: StoredClusterState): Promise<void>;
  listClusterStates(): Promise<StoredClusterState[]>;
  putRepositoryState(state: RepositoryState): Promise<void>;
  listRepositoryStates(): Promise<RepositoryState[]>;
}
