import { Json, JsonObject } from '../fields';
import { HealthStatus } from '../health';
import { Xrd } from '../schema';
import { EvidenceCode } from './codes';

/** A fact, or the reason why it could not be read. Unknown never passes a gate. */
export type Fact<T> = T | { readonly unknown: string };

export type GateName =
  | 'exists'
  | 'health'
  | 'soak'
  | 'window'
  | 'approval'
  | 'schema'
  | 'hotfix'
  | 'parity'
  | 'destructive'
  | 'override';

/** A recurring span of time: starts by cron (5 fields), lasts a Go duration. */
export type TimeWindow = {
  readonly name?: string;
  readonly cron: string;
  readonly duration: string;
  /** IANA name; without one the gate's, else UTC. */
  readonly timezone?: string;
};

/** "The value at path of every object of this kind in `to` <op> value, or the same object in env." */
export type ParityRule = {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
  readonly op: '==' | '!=' | '>=' | '<=' | '>' | '<';
  readonly value?: Json;
  readonly env?: string;
  readonly as?: 'number' | 'quantity' | 'version';
};

/** Configuration of the target environment. A gate without an entry is off. */
export type GateRules = {
  readonly exists?: { readonly overrides?: readonly string[] };
  readonly health?: { readonly maxAge?: string };
  readonly soak?: { readonly for: string };
  readonly window?: {
    readonly timezone?: string;
    readonly exclude?: readonly TimeWindow[];
    readonly allow?: readonly TimeWindow[];
  };
  readonly approval?: {
    readonly required?: number;
    readonly groups?: Readonly<Record<string, number>>;
  };
  readonly schema?: {};
  readonly hotfix?: {};
  readonly parity?: {
    readonly default?: 'deny' | 'warn' | 'allow';
    readonly differ?: readonly string[];
    readonly rules?: readonly ParityRule[];
  };
  readonly destructive?: {
    readonly storage?: readonly string[];
    readonly version?: readonly string[];
    readonly backup?: readonly string[];
  };
  readonly override?: {
    readonly mayRelax?: readonly string[];
    readonly minApprovals?: number;
  };
};

export type GateReview = {
  readonly by: string;
  readonly state: 'approved' | 'changesRequested' | 'commented' | 'dismissed';
  /** RFC 3339. */
  readonly at: string;
  /** Hash of what was reviewed. */
  readonly content?: string;
};

/** An unpaid hotfix of the target: the value that must stay in force. */
export type GateObligation = {
  /** `Kind/name`. */
  readonly resource: string;
  readonly path: string;
  /** The value that the hotfix replaced; null or absent: there was none. */
  readonly before?: Json;
  readonly value?: Json;
  readonly incident?: string;
};

/** Everything a judgement may look at. Nothing is read while judging, not even the clock. */
export type GateFacts = {
  /** The clock, RFC 3339. */
  readonly now?: string;
  /** Where the change comes from; absent: `to` is the first environment. */
  readonly from?: string | null;
  readonly to: string;
  readonly rules: GateRules;
  readonly request?: {
    readonly author?: string;
    readonly pushers?: readonly string[];
    /** Hash of what would be written, not a commit id. */
    readonly content?: string;
  };
  /** Objects of `to` without the change; only the ones it is about. */
  readonly before?: readonly JsonObject[];
  /** The same with the change. */
  readonly after?: readonly JsonObject[];
  /** Environment to its objects in Git now. */
  readonly git?: Readonly<Record<string, Fact<readonly JsonObject[]>>>;
  /** Environment to its objects at the commit that its cluster has synced; missing: as in git. */
  readonly synced?: Readonly<Record<string, Fact<readonly JsonObject[]>>>;
  readonly health?: Fact<{
    readonly observedAt: string;
    readonly resources: readonly {
      readonly resource: string;
      readonly status: HealthStatus;
    }[];
  }>;
  readonly soak?: Fact<{
    readonly deployedAt?: string | null;
    readonly history?: readonly {
      readonly at: string;
      readonly status: HealthStatus;
    }[];
  }>;
  readonly reviews?: Fact<readonly GateReview[]>;
  /** Group to its people. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  readonly obligations?: Fact<readonly GateObligation[]>;
  readonly waivers?: readonly {
    readonly resource?: string;
    readonly path: string;
    readonly by: string;
    readonly reason?: string;
  }[];
  readonly confirmations?: readonly {
    readonly resource: string;
    readonly path: string;
    readonly by: string;
  }[];
  /** Definitions that the repository holds. */
  readonly xrds?: readonly Xrd[];
  readonly override?: {
    readonly by: string;
    readonly reason?: string;
    readonly incident?: string;
    readonly permitted?: boolean;
    /** RFC 3339. */
    readonly expires?: string;
  };
};

export type EvidenceLevel = 'pass' | 'info' | 'warn' | 'pending' | 'fail';

/** One thing a gate found. */
export type Evidence = {
  readonly code: EvidenceCode;
  readonly level: EvidenceLevel;
  /** One sentence for a person. */
  readonly message: string;
  /** `Kind/name`. */
  readonly resource?: string;
  /** Field path as text; '' is the whole object. */
  readonly path?: string;
  /** Earliest instant at which the gate can pass by itself, RFC 3339. */
  readonly until?: string;
  readonly status?: HealthStatus;
  readonly window?: string;
  readonly missing?: number;
  readonly group?: string;
  readonly by?: string;
  readonly why?: string;
  readonly rule?: string;
  readonly incident?: string;
  readonly gate?: string;
  /** An accepted override makes it a warning. */
  readonly relaxed?: boolean;
  /** A second person confirmed it, so it is a warning. */
  readonly confirmed?: boolean;
};

export type Verdict = 'pass' | 'fail' | 'pending' | 'warn';

export type GateVerdict = {
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
};

export type GateResult = {
  readonly gates: Readonly<Partial<Record<GateName, GateVerdict>>>;
  /** block: a gate fails; wait: one is pending; else allow. */
  readonly decision: 'allow' | 'wait' | 'block';
};
