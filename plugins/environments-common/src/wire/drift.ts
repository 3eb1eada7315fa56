import {
  CommitRef,
  HealthVerdict,
  OriginRef,
  ResourceName,
  ShownValue,
} from './common';
import { DeployVerdict, DriftVerdict } from './environments';

/** Who or what made a field differ. @public */
export type DriftCause =
  | 'manual'
  | 'pending'
  | 'mutated'
  | 'controller'
  | 'autoscaler'
  | 'default'
  | 'ignored'
  | 'unknown';

/** One field in which the cluster differs from Git. @public */
export interface DriftField {
  resource: ResourceName;
  /** Empty for the whole resource. */
  path: string;
  kind: 'changed' | 'removed' | 'added' | 'stale' | 'missing' | 'orphan';
  git: ShownValue;
  live: ShownValue;
  origin?: OriginRef;
  cause: DriftCause;
  /** The field manager; a person only with an audit record. */
  manager?: string;
  /** RFC 3339: the field changed at or before this time. */
  atOrBefore?: string;
  /** RFC 3339: first seen missing between these two. */
  between?: { from: string; to: string };
  /** Rule that keeps it from counting. */
  rule?: string;
  /** RFC 3339: when this was first seen here. */
  firstSeen?: string;
  /** A consequence worth a sentence, e.g. "Stops reconciliation". */
  consequence?: string;
}

/** Drift of one resource. @public */
export interface ResourceDriftReport {
  resource: ResourceName;
  kind: string;
  name: string;
  verdict:
    | 'inSync'
    | 'drifted'
    | 'pending'
    | 'suspect'
    | 'missing'
    | 'orphan'
    | 'unknown';
  /** Why it could not be judged. */
  reason?: string;
  fields: DriftField[];
  notCounted: DriftField[];
}

/** Answer of getServiceDrift. @public */
export interface ServiceDrift {
  service: string;
  environments: Array<{
    environment: string;
    summary: DriftVerdict;
    /** Why Argo CD leaves the drift as it is, e.g. "self-heal is off for infrastructure-production". */
    whyItLasts?: string;
    resources: ResourceDriftReport[];
  }>;
}

/** One line of the drift ledger. @public */
export interface DriftRow extends DriftField {
  service: string;
  environment: string;
}

/** Answer of listDrift. @public */
export interface DriftList {
  items: DriftRow[];
  watched: {
    clusters: number;
    resources: number;
    services: number;
    unreadable: number;
    comparedAt?: string;
  };
}

/** A resource and what Crossplane made for it. @public */
export interface ComposedNode {
  kind: string;
  name: string;
  group: string;
  health: HealthVerdict;
  ready?: boolean;
  synced?: boolean;
  createdAt?: string;
  message?: string;
  children: ComposedNode[];
}

/** @public */
export interface ConditionRow {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  since?: string;
}

/** @public */
export interface EventRow {
  time?: string;
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  source?: string;
  count: number;
}

/** One point on a resource's line of time. @public */
export interface HistoryEntry {
  time: string;
  type: 'commit' | 'deploy' | 'drift' | 'action';
  title: string;
  detail?: string;
  commit?: CommitRef;
}

/** Answer of getResource: what the drawer shows. @public */
export interface ResourceDetail {
  service: string;
  environment: string;
  resource: ResourceName;
  kind: string;
  name: string;
  group: string;
  namespace?: string;
  health: HealthVerdict;
  deploy: DeployVerdict;
  drift: ResourceDriftReport;
  whyItLasts?: string;
  revision?: CommitRef;
  freshness: { state: 'live' | 'stale' | 'never'; at?: string };
  origin?: OriginRef;
  composed?: ComposedNode;
  composition?: string;
  conditions: ConditionRow[];
  events:
    | { state: 'read'; items: EventRow[] }
    | { state: 'unreadable'; reason: string };
  history: HistoryEntry[];
  /** Names of the resources before and after this one on the card. */
  neighbours: { previous?: ResourceName; next?: ResourceName };
  /** Redacted YAML. */
  yaml: { git?: string; live?: string };
}
