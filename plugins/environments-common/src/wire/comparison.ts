import {
  DifferenceCounts,
  DifferenceReason,
  EnvironmentNote,
  OriginRef,
  ResourceName,
  ShownValue,
} from './common';

/** One side of a difference. @public */
export interface ComparedSide {
  value: ShownValue;
  origin?: OriginRef;
}

/** One field that two environments see differently. @public */
export interface FieldDifference {
  path: string;
  left: ComparedSide;
  right: ComparedSide;
  reason: DifferenceReason;
  /** Lag, Override, Ahead or Divergent, then one sentence with the commit, rule or base value. */
  why: {
    word: 'Lag' | 'Override' | 'Ahead' | 'Divergent';
    sentence: string;
    commit?: string;
  };
  /** Value at the last promotion, when there was one. */
  base?: ShownValue;
}

/** @public */
export interface ComparedResource {
  resource: ResourceName;
  kind: string;
  name: string;
  presence: 'both' | 'onlyLeft' | 'onlyRight';
  fields: FieldDifference[];
  counts: DifferenceCounts;
  shadowed: Array<{
    environment: string;
    inForce: OriginRef;
    shadowed: OriginRef;
    lostFields: string[];
  }>;
  /** Redacted YAML of each side, for the side-by-side view. */
  yaml: { left?: string; right?: string };
}

/** Answer of compareEnvironments. @public */
export interface Comparison {
  service: string;
  from: string;
  to: string;
  fromCommit?: string;
  toCommit?: string;
  resources: ComparedResource[];
  counts: DifferenceCounts;
  /** 0..100. */
  parity?: number;
  /** Files that differ only in comments or format. */
  commentOnly: number;
  notes: EnvironmentNote[];
}
