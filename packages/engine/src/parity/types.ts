import { FieldPath, Json, JsonObject, ListKinds } from '../fields';
import { Manifest } from '../manifests';

/** A file of an environment that a commit wrote or deleted. */
export interface HistoryFile {
  readonly path: string;
  readonly environment: string;
  /** What it holds from this commit on; empty if it was deleted. */
  readonly manifests: readonly Manifest[];
}

/** A commit of the first-parent history, with the files that it changed. */
export interface HistoryCommit {
  /** 40 hex digits. */
  readonly id: string;
  /** The whole message. */
  readonly message: string;
  readonly author?: string;
  /** ISO 8601; carried through, never read. */
  readonly time?: string;
  readonly files: readonly HistoryFile[];
}

export interface HistoryOptions {
  /** Environments, lowest first. */
  readonly order: readonly string[];
  /** Path globs with an environment's own values. */
  readonly retain?: readonly string[];
  /** Field paths that belong to the environment itself, besides metadata.namespace. */
  readonly identity?: readonly string[];
  /**
   * The first commit fed is the state the history was cut off at: it changed
   * nothing, and what was before it is unknown.
   */
  readonly truncated?: boolean;
  /** Service of an object; its label app.kubernetes.io/part-of by default. */
  readonly serviceOf?: (
    manifest: Manifest,
    environment: string,
  ) => string | undefined;
  /** Lists of a type; the built-in table by default. */
  readonly lists?: (type: {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
  }) => ListKinds;
}

/** A commit as evidence. */
export interface CommitRef {
  /** Position in the history, from 0. */
  readonly index: number;
  readonly id: string;
  /** First line of the message. */
  readonly subject: string;
  readonly author?: string;
  readonly time?: string;
}

/** `pending` is what the specification calls lag. */
export type DifferenceReason = 'override' | 'pending' | 'ahead' | 'divergent';

/** The value of a field on which a three-way reading stands. */
export type FieldBase =
  | {
      /** `trailer`: from a promotion; `agreed`: both sides had it. */
      readonly by: 'trailer' | 'agreed';
      readonly commit: CommitRef;
      /** The promotion itself, for `trailer`. */
      readonly promotion?: CommitRef;
      /** Absent: the field was not there. */
      readonly value?: Json;
    }
  | { readonly by: 'none' };

/** One field that differs between two environments, and why. */
export interface FieldReason {
  /** `Kind/name` */
  readonly resource: string;
  /** group/Kind/name */
  readonly key: string;
  readonly path: FieldPath;
  /** The path as people read it; empty for the whole resource. */
  readonly text: string;
  readonly reason: DifferenceReason;
  /** Values; absent where the side does not have the field. */
  readonly source?: Json;
  readonly target?: Json;
  readonly base: FieldBase;
  /** A promotion plan would need a decision. */
  readonly conflict: boolean;
  /** The source has another value than the base; false without a base. */
  readonly sourceChanged: boolean;
  /** The commits that gave each side its value; unknown if cut off. */
  readonly sourceCommit?: CommitRef;
  readonly targetCommit?: CommitRef;
  /**
   * For pending: the commit up to which the source had the target's value is
   * the one before this. For ahead: the same with the sides exchanged.
   */
  readonly until?: CommitRef;
  /** The retain rule, for override. */
  readonly rule?: string;
  /** The hotfix that set the target's value. */
  readonly hotfix?: { readonly commit: CommitRef; readonly incident?: string };
}

/** A hotfix value that a lower environment has not had yet. */
export interface Obligation {
  readonly environment: string;
  /** `Kind/name` */
  readonly resource: string;
  readonly key: string;
  readonly path: FieldPath;
  readonly text: string;
  /** What the hotfix set; absent: it removed the field. */
  readonly value?: Json;
  /** Value before the hotfix. */
  readonly before?: Json;
  /** The environment that was fixed. */
  readonly madeIn: string;
  readonly commit: CommitRef;
  readonly incident?: string;
}

/** A hotfix that was taken back before every lower environment had it. */
export interface Undone {
  readonly resource: string;
  readonly key: string;
  readonly path: FieldPath;
  readonly text: string;
  readonly hotfix: CommitRef;
  readonly incident?: string;
  readonly by: CommitRef;
}

/** What is merged in an environment but not in its cluster. */
export type Undeployed =
  | {
      readonly state: 'known';
      readonly paths: ReadonlyArray<{
        readonly resource: string;
        readonly key: string;
        readonly path: FieldPath;
        readonly text: string;
      }>;
      /** The first commit that is not deployed. */
      readonly since: CommitRef;
    }
  | { readonly state: 'unknown'; readonly reason: string };

/** What to ask a history. One of `resource` and `service`. */
export interface HistoryQuestion {
  readonly from: string;
  readonly to: string;
  /** `Kind/name` or group/Kind/name */
  readonly resource?: string;
  readonly service?: string;
  /** Environment to the id of the commit that its cluster runs. */
  readonly synced?: Readonly<Record<string, string>>;
}

/** Base and reasons of one resource. */
export interface ResourceHistory {
  /** `Kind/name` */
  readonly resource: string;
  readonly key: string;
  readonly source?: JsonObject;
  readonly target?: JsonObject;
  readonly baseBy: 'trailer' | 'agreed' | 'none';
  /** Newest promotion's source commit, else newest agreement of what differs. */
  readonly base?: CommitRef;
  /** The newest promotion that counts. */
  readonly promotion?: CommitRef;
  readonly fields: readonly FieldReason[];
  /**
   * The value a three-way merge takes as base: the target's now, with the
   * base of each field that differs. Undefined: the base is that there was none.
   */
  readonly baseObject?: JsonObject;
}

/** What a history knows of a promotion between two environments. */
export interface HistoryAnswer {
  readonly resources: readonly ResourceHistory[];
  /** All fields that differ, of all resources. */
  readonly fields: readonly FieldReason[];
  /** A promotion plan would have something to do. */
  readonly promotionPending: boolean;
  /** Debts for hotfixes made in the target. */
  readonly obligations: readonly Obligation[];
  readonly undone: readonly Undone[];
  readonly undeployed: Readonly<Record<string, Undeployed>>;
}
