import { FieldPath, Json, JsonObject, ListKinds } from '../fields';

/** Which type a document has, as far as its text says. */
export interface DocumentType {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** What is known of the lists of a type; see ListKinds. */
export type ListsOfType = (type: DocumentType) => ListKinds;

/** A person's choice for one field. It overrides what the merge would do. */
export interface Decision {
  /** `Kind/name`; absent: the field of that path in every resource. */
  readonly resource?: string;
  /** As {@link PlanField.text}. */
  readonly path: string;
  readonly choose: 'source' | 'target' | 'value';
  /** For `value`. Absent removes the field. */
  readonly value?: Json;
}

/**
 * Why a field is taken, kept or in conflict.
 *
 * - `source-changed`: only the source changed it since the base.
 * - `retain`: a retain rule says it is the target's own.
 * - `override`: only the target changed it since the base.
 * - `target-only`: only the target has it.
 * - `both-changed`: both changed it since the base, to different values.
 * - `no-base`: both have it, nothing tells which one is newer.
 * - `decided`: a person chose.
 */
export type PlanReason =
  | 'source-changed'
  | 'retain'
  | 'override'
  | 'target-only'
  | 'both-changed'
  | 'no-base'
  | 'decided';

/** One field of a resource that differs between source and target. */
export interface PlanField {
  /** `Kind/name` */
  readonly resource: string;
  readonly path: FieldPath;
  /** The path as people read it; empty for the whole resource. */
  readonly text: string;
  readonly action: 'take' | 'keep' | 'conflict';
  /** What happens to the target's field if the source's is taken. */
  readonly type: 'changed' | 'added' | 'removed';
  readonly why: PlanReason;
  /** Values; absent where the side does not have the field. */
  readonly source?: Json;
  readonly target?: Json;
  readonly base?: Json;
  /** What the field will hold; absent if it will not be there. */
  readonly result?: Json;
  /** The source changed it since the base (always true without a base). */
  readonly sourceChanged: boolean;
  /** The retain rule that keeps it. */
  readonly rule?: string;
  /** Path of a removed sibling that had this value: perhaps a rename. */
  readonly renameOf?: string;
  /** Incident of the hotfix debt that taking this value settles. */
  readonly pays?: string;
}

/** Settings of a merge. */
export interface MergeOptions {
  /**
   * Path globs of the target's own values: `*` is one key, `**` any depth, a
   * match covers everything below it.
   */
  readonly retain?: readonly string[];
  /** Values by path, written where a first copy already has the field. */
  readonly set?: Readonly<Record<string, Json>>;
  /** Lists of a type; the built-in table by default. */
  readonly lists?: ListsOfType;
  readonly decisions?: readonly Decision[];
}

/** The three versions of a file. An absent text is an absent file. */
export interface MergeTexts {
  /** The source file at the last promotion. */
  readonly base?: string;
  readonly source?: string;
  readonly target?: string;
}

/**
 * - `unchanged`: the target stays byte for byte.
 * - `conflict`: what could be taken is in the text; the rest needs a decision.
 * - `refused`: nothing may be written; `reason` says why.
 */
export type MergeStatus =
  | 'unchanged'
  | 'merged'
  | 'created'
  | 'deleted'
  | 'conflict'
  | 'refused';

/** What a merge makes of the target file. */
export interface FileMerge {
  /** The target file afterwards; absent: no file. */
  readonly text?: string;
  readonly status: MergeStatus;
  readonly reason?: string;
  readonly fields: readonly PlanField[];
  /** More than one document: paths are told apart by their resource. */
  readonly multiDocument: boolean;
}

/** Where one version of a resource is written. */
export interface ResourceText {
  /** Path of the file. */
  readonly path: string;
  /** The whole file. */
  readonly text: string;
  /** As in Origin: position among the objects of the file. */
  readonly document: number;
  /** Position in `items`, if the document is a List. */
  readonly item?: number;
}

/** A hotfix value that the target environment owes. */
export interface OwedValue {
  /** `Kind/name` */
  readonly resource: string;
  /** Path as text. */
  readonly path: string;
  readonly value?: Json;
  readonly incident: string;
}

/** One resource of a promotion. At least one of source and target is there. */
export interface PlanResource {
  /** group/Kind/name */
  readonly key: string;
  readonly source?: ResourceText;
  readonly target?: ResourceText;
  /** Its value at the base, as parity's `baseObject` gives it. */
  readonly base?: JsonObject;
  /** Why it cannot be planned, e.g. because no file holds its text. */
  readonly refused?: string;
}

/** What a promotion plan is made from. */
export interface PlanInput {
  readonly from: string;
  readonly to: string;
  readonly resources: readonly PlanResource[];
  readonly retain?: readonly string[];
  readonly lists?: ListsOfType;
  readonly decisions?: readonly Decision[];
  /** Path globs of what belongs to the environment itself; never promoted. */
  readonly identity?: readonly string[];
  /** Values of identity fields in the target, by path, for a first copy. */
  readonly set?: Readonly<Record<string, Json>>;
  /** Namespaces that the target environment has. */
  readonly namespaces?: readonly string[];
  /** Text of a file of the repository now, to overwrite none unseen. */
  readonly existing?: (path: string) => string | undefined;
  readonly owed?: readonly OwedValue[];
}

/** What happens to one file of the target environment. */
export interface PlannedFile {
  readonly path: string;
  readonly status: MergeStatus;
  readonly reason?: string;
  readonly before?: string;
  readonly after?: string;
  /** `Kind/name` of the resources in it that the plan looked at. */
  readonly resources: readonly string[];
  readonly fields: readonly PlanField[];
}

/** What happens to one resource. */
export interface PlannedResource {
  readonly key: string;
  /** `Kind/name` */
  readonly resource: string;
  /** File of the target environment; absent if there is no place for it. */
  readonly path?: string;
  readonly change: 'none' | 'changed' | 'created' | 'deleted' | 'refused';
  readonly reason?: string;
  readonly fields: readonly PlanField[];
}

/**
 * What a promotion would do. Pure function of its input, so the same input
 * gives the same plan.
 */
export interface PromotionPlan {
  readonly from: string;
  readonly to: string;
  readonly resources: readonly PlannedResource[];
  /** Files with a difference, a conflict or a refusal, by path. */
  readonly files: readonly PlannedFile[];
  readonly takes: readonly PlanField[];
  readonly keeps: readonly PlanField[];
  readonly conflicts: readonly PlanField[];
  /** Paths of removed fields that may have been renamed, and to what. */
  readonly renames: ReadonlyArray<{
    readonly resource: string;
    readonly from: string;
    readonly to: string;
  }>;
  /**
   * `nothing`: no file changes and nothing is to decide. `undecided`: a
   * conflict is left. `refused`: a file cannot be edited safely.
   */
  readonly state: 'ready' | 'nothing' | 'undecided' | 'refused';
}
