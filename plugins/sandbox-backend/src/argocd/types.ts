import { JsonObject } from '@backstage/types';
import { KubeObject } from '../kubernetes/objects';

export const ARGO_API = 'argoproj.io/v1alpha1';
export const ARGO_NAMESPACE = 'argocd';
/** Writes what Git says. */
export const SYNC_MANAGER = 'argocd-controller';
/** Writes the status of Applications. */
export const STATUS_MANAGER = 'argocd-application-controller';
export const TRACKING_ID = 'argocd.argoproj.io/tracking-id';
export const REFRESH = 'argocd.argoproj.io/refresh';

/** An object as an Application wants it. */
export interface Target {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly object: JsonObject;
}

/** What an Application wants at one commit, or why that cannot be said. */
export type Desired =
  | { readonly state: 'read'; readonly targets: readonly Target[] }
  | { readonly state: 'failed'; readonly message: string };

/** A resource as `status.resources` has it. */
export type ResourceStatus = {
  group?: string;
  version: string;
  kind: string;
  namespace?: string;
  name: string;
  status: 'Synced' | 'OutOfSync' | 'Unknown';
  requiresPruning?: boolean;
  health?: { status: string; message?: string };
};

/** One resource compared with the cluster. */
export interface Compared {
  readonly status: ResourceStatus;
  readonly target?: Target;
  readonly live?: KubeObject;
}

/** What a sync did with a resource. */
export type ResourceResult = {
  group: string;
  version: string;
  kind: string;
  namespace: string;
  name: string;
  status: 'Synced' | 'SyncFailed' | 'Pruned' | 'PruneSkipped';
  message: string;
  hookPhase: 'Succeeded' | 'Failed' | 'Running';
  syncPhase: 'Sync';
};
