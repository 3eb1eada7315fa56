import { JsonObject } from '@stagecraft/engine';

/** A kind at one version: what is listed and watched together. */
export interface GroupVersionKind {
  /** `v1`, `apps/v1`, `platform.company.com/v1alpha1`. */
  readonly apiVersion: string;
  readonly kind: string;
}

/** Names one object of a cluster. */
export interface ObjectRef extends GroupVersionKind {
  readonly namespace?: string;
  readonly name: string;
}

/**
 * How well a kind is known in a cluster.
 *
 * - `live`: list and watch are up.
 * - `stale`: they were; what is held is of `since`.
 * - `denied`: the cluster refuses, in its own words.
 * - `absent`: the cluster serves no such kind.
 * - `never`: not read yet; `reason` when it was tried.
 */
export type ReadState =
  | { readonly state: 'live'; readonly at: string }
  | { readonly state: 'stale'; readonly since: string; readonly reason: string }
  | { readonly state: 'denied'; readonly reason: string }
  | { readonly state: 'absent' }
  | { readonly state: 'never'; readonly reason?: string };

/** What the watch knows of one object. `stale` objects are of an earlier time. */
export type LiveRead =
  | {
      readonly state: 'read';
      readonly object: JsonObject;
      readonly staleSince?: string;
    }
  | { readonly state: 'missing'; readonly staleSince?: string }
  | { readonly state: 'unreadable'; readonly reason: string };

/** Something in a cluster is different now. Without `ref`: the state of the cluster or of a kind. */
export interface ClusterChange {
  readonly cluster: string;
  readonly ref?: ObjectRef;
}

/** State of a cluster as a whole. */
export interface ClusterStateView {
  readonly name: string;
  readonly state: 'live' | 'stale' | 'never';
  readonly since?: string;
  readonly error?: string;
}

/** Events of one object, read on demand. */
export type EventsRead =
  | { readonly state: 'read'; readonly items: readonly JsonObject[] }
  | { readonly state: 'unreadable'; readonly reason: string };

/** What a cluster's objects look like now, without asking the cluster. */
export interface ClusterView {
  readonly name: string;
  state(): ClusterStateView;
  kindState(kind: GroupVersionKind): ReadState;
  get(ref: ObjectRef): LiveRead;
  /** Every object held of this kind, of any freshness. */
  list(kind: GroupVersionKind): readonly JsonObject[];
}

/** A cluster that is watched. */
export interface WatchedCluster extends ClusterView {
  /** Says which kinds to watch from now on; others are dropped. */
  setKinds(kinds: Iterable<GroupVersionKind>): void;
  /** Asks the cluster. */
  events(ref: ObjectRef & { uid?: string }): Promise<EventsRead>;
}
