import {
  EffectiveResource,
  Health,
  JsonObject,
  LayoutApplication,
  ResourceDrift,
} from '@stagecraft/engine';
import { ClusterStateView, LiveRead } from '../../clusters';

/** What Argo CD says of one resource. */
export interface ArgoSays {
  readonly health?: string;
  readonly sync?: string;
}

/** An Application that delivers something here, and its object where Argo CD runs. */
export interface ApplicationFacts {
  readonly application: LayoutApplication;
  readonly live: LiveRead;
  /** The commit that was last deployed; undefined if nothing says. */
  readonly synced?: string;
  /** The cluster is ahead of the mirror: it runs a commit that was not read yet. */
  readonly ahead: boolean;
}

/** One resource in one environment: Git, cluster, and what follows. */
export interface ResourceFacts {
  /** `Kind/name` */
  readonly name: string;
  readonly resource: EffectiveResource;
  readonly application?: ApplicationFacts;
  readonly live: LiveRead;
  readonly drift: ResourceDrift;
  readonly health: Health;
  readonly argo?: ArgoSays;
  /** Schema of its kind, if the repository defines it. */
  readonly schema?: JsonObject;
  /** Why its file at the newest commit cannot be read. */
  readonly unreadable?: string;
}

/** Everything known of a service in an environment at one moment. */
export interface EnvironmentFacts {
  readonly service: string;
  readonly environment: string;
  /** Name of the watched cluster, else the destination as written. */
  readonly cluster: string;
  readonly clusterState?: ClusterStateView;
  readonly applications: readonly ApplicationFacts[];
  readonly resources: readonly ResourceFacts[];
  /** RFC 3339. */
  readonly readAt: string;
}
