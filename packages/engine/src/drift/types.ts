import { FieldPath, Json, JsonObject } from '../fields';

/** The live object, or why there is none. */
export type LiveState =
  | { readonly state: 'read'; readonly object: JsonObject }
  | { readonly state: 'missing' }
  | { readonly state: 'unreadable'; readonly reason: string };

/**
 * A rule of Argo CD's `ignoreDifferences`. `group` and `kind` are globs, and an
 * absent group is the core group, as in Argo CD; an absent name or namespace
 * fits every object.
 */
export interface IgnoreRule {
  readonly group?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly jsonPointers?: readonly string[];
  readonly jqPathExpressions?: readonly string[];
  readonly managedFieldsManagers?: readonly string[];
}

/** A place as jq's `path(…)` gives it: keys, positions and slices from the root. */
export type JqPath = ReadonlyArray<
  | string
  | number
  | { readonly start: number | null; readonly end: number | null }
>;

/** What a jq expression selects on both sides of one comparison. */
export type JqAnswer =
  | {
      readonly state: 'selected';
      readonly desired: readonly JqPath[];
      readonly live: readonly JqPath[];
    }
  | { readonly state: 'failed'; readonly reason: string };

/** Expressions that need jq, and the objects to put them to. */
export interface JqQuestion {
  readonly expressions: readonly string[];
  readonly desired: JsonObject;
  readonly live: JsonObject;
}

/**
 * Who a field manager is, as globs over its name. The first group that fits in
 * the order human, gitops, controller counts; everybody else is unknown.
 */
export interface ManagerGroups {
  readonly human?: readonly string[];
  readonly gitops?: readonly string[];
  readonly controller?: readonly string[];
}

export interface DriftInput {
  /** The object in Git; undefined if Git has none. */
  readonly desired?: JsonObject;
  /** Raw JSON of the same group, version and kind, with managedFields. */
  readonly live: LiveState;
  /** The openAPIV3Schema of the CRD or XRD, if there is one. */
  readonly schema?: JsonObject;
  readonly ignore?: readonly IgnoreRule[];
  /**
   * Answers to `jqQuestion` by expression. A rule whose expression is beyond
   * plain paths does nothing without one, and is reported as unsupported.
   */
  readonly jq?: ReadonlyMap<string, JqAnswer>;
  readonly managers?: ManagerGroups;
  /** Answer of a server-side dry run of `desired`. Left out if it failed. */
  readonly dryRun?: JsonObject;
  /** Whether the last synced commit contains `desired`, if that is known. */
  readonly synced?: boolean;
  /**
   * Whether the live object belongs to this application. If not given, the
   * object's tracking annotation or label decides.
   */
  readonly trackedHere?: boolean;
  /** An earlier reading of the live object and its time (RFC 3339). */
  readonly previous?: { readonly object: JsonObject; readonly at: string };
  /** The time of this reading (RFC 3339), the end of a removal's window. */
  readonly readAt?: string;
  /** Secret values are shown as hashes with this salt; without it, not at all. */
  readonly salt?: string;
  /** Fields that hold a Go duration beyond those that a schema names. */
  readonly durations?: readonly FieldPath[];
  /** False leaves `suppressed` without defaults and controllers: it is faster. */
  readonly explain?: boolean;
}

export type DriftKind = 'changed' | 'removed' | 'added' | 'stale' | 'resource';

export type DriftCause =
  | 'manual'
  | 'pending'
  | 'mutated'
  | 'controller'
  | 'autoscaler'
  | 'unknown'
  | 'default'
  | 'ignored';

export interface DriftItem {
  readonly path: FieldPath;
  /** The path as people read it; '' is the whole resource. */
  readonly text: string;
  readonly kind: DriftKind;
  /** Git's value; undefined if Git has none. */
  readonly desired?: Json;
  /** The live value; undefined if there is none. */
  readonly live?: Json;
  readonly cause: DriftCause;
  /** The field manager that wrote the live value. Never given for a removal. */
  readonly manager?: string;
  readonly operation?: string;
  /** The field was written at this time or before (RFC 3339). */
  readonly time?: string;
  /** A removal happened between these two readings (RFC 3339). */
  readonly between?: readonly [string, string];
  /** Why the item does not count, in words. Only on suppressed items. */
  readonly rule?: string;
}

export type DriftVerdict =
  | 'inSync'
  | 'drifted'
  | 'pending'
  | 'suspect'
  | 'missing'
  | 'orphan'
  | 'unknown';

export interface ResourceDrift {
  readonly verdict: DriftVerdict;
  /** Why the verdict is unknown, or what makes it what it is. */
  readonly reason?: string;
  /** What a person must look at, in the order of their paths. */
  readonly items: readonly DriftItem[];
  /** Not counted: controller, default, ignored, autoscaler, with the rule. */
  readonly suppressed: readonly DriftItem[];
  /** Live-only fields of managers that nobody has told us about. */
  readonly suspects: readonly DriftItem[];
  /** Ignore rules that were not applied, each with the reason. */
  readonly unsupportedRules: readonly UnsupportedRule[];
}

export interface UnsupportedRule {
  /** The expression or pointer as it was given. */
  readonly rule: string;
  readonly reason: string;
}
