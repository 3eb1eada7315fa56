import { RepositoryError } from './RepositoryError';

/** One entry of a commit's tree. Submodules are left out. */
export interface TreeEntry {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  /** Object id of the content. */
  readonly oid: string;
  /** `100644`, `100755` or `120000` (a link). */
  readonly mode: string;
  /** In bytes. */
  readonly size: number;
  /** What a link points to, as written. */
  readonly symlinkTarget?: string;
}

/** The content of a blob, or why there is no text. */
export type BlobContent =
  | { readonly state: 'read'; readonly text: string }
  | { readonly state: 'tooLarge'; readonly size: number }
  | { readonly state: 'notText' }
  | { readonly state: 'missing' };

/** A path that a commit changed against its first parent. */
export interface HistoryChange {
  readonly path: string;
  /** Content after the commit; undefined if it deleted the path. */
  readonly oid?: string;
  /** Content before the commit; undefined if it created the path. */
  readonly oldOid?: string;
}

/** A commit without its changes. */
export interface CommitInfo {
  readonly id: string;
  readonly parents: readonly string[];
  /** Whole message, subject first. */
  readonly message: string;
  readonly author: string;
  readonly email: string;
  /** Commit time, RFC 3339. */
  readonly time: string;
}

/** A commit of the first-parent history. */
export interface HistoryCommit extends CommitInfo {
  readonly changes: readonly HistoryChange[];
}

/** What a mirror knows of its remote. */
export type MirrorState =
  | { readonly state: 'unread' }
  | { readonly state: 'read'; readonly head: string; readonly readAt: string }
  | {
      readonly state: 'unreadable';
      readonly error: RepositoryError;
      /** RFC 3339: when it stopped being readable. */
      readonly since: string;
      /** The last commit that was read, if any, and when. */
      readonly head?: string;
      readonly readAt?: string;
    };

/** A mirror's branch head moved, or other branches came, moved or went. */
export interface MirrorChange {
  readonly head: string;
  readonly headChanged: boolean;
  readonly branchesChanged: boolean;
}

/** A person as Git names one. */
export interface GitIdentity {
  readonly name: string;
  readonly email: string;
}

/** New contents by path; undefined deletes. */
export type FileWrites = ReadonlyMap<string, string | undefined>;

/** A commit to be made on top of `parent`, without a work tree. */
export interface CommitDraft {
  readonly parent: string;
  readonly message: string;
  readonly author: GitIdentity;
  readonly committer: GitIdentity;
  /** The commit's own time; the same draft at the same time is the same commit. */
  readonly at: Date;
}

/** Both sides' changes in one tree, or the files in which they collide. */
export type TreeMerge =
  | { readonly state: 'clean'; readonly tree: string }
  | { readonly state: 'conflict'; readonly files: readonly string[] };

/** HTTP headers for a remote; undefined for none. */
export interface GitCredentials {
  headersFor(url: string): Promise<Record<string, string> | undefined>;
}

/** Files of a commit, and where to put them. */
export interface CheckoutFiles {
  readonly commit: string;
  readonly files: readonly string[];
  /** A folder of the caller's own; beside it lies the index meanwhile. */
  readonly folder: string;
}

/** Reads one branch of one Git repository, at any of its commits. */
export interface RepositoryReader {
  readonly name: string;
  /** Without credentials. */
  readonly url: string;
  readonly branch: string;
  /** Asks the remote now. Concurrent calls share the work. */
  fetch(): Promise<{ head: string; changed: boolean }>;
  /** The branch's newest commit as last read. */
  head(): string | undefined;
  state(): MirrorState;
  readTree(commit: string): Promise<TreeEntry[]>;
  /** Text by blob id; what has none (too large, not UTF-8, missing) is left out. */
  readBlobs(oids: Iterable<string>): Promise<Map<string, string>>;
  readBlobContents(oids: Iterable<string>): Promise<Map<string, BlobContent>>;
  /** Writes files of a commit below a folder, links as links. */
  checkout(files: CheckoutFiles): Promise<void>;
  /** First-parent history, OLDEST FIRST, ending at `ref` (default: the head). */
  history(options?: { ref?: string; limit?: number }): Promise<HistoryCommit[]>;
  commit(id: string): Promise<CommitInfo | undefined>;
  /** Paths that differ between two commits. */
  changedPaths(from: string, to: string): Promise<HistoryChange[]>;
  /** Heads of all branches by name, as last read. */
  branches(): Promise<Map<string, string>>;
  isAncestor(ancestor: string, descendant: string): Promise<boolean>;
  /** The newest commit that both have; undefined if their histories are apart. */
  mergeBase(one: string, other: string): Promise<string | undefined>;
  /** Calls back after every fetch or own write that moved a branch. Returns the way to stop. */
  onChange(listener: (change: MirrorChange) => void): () => void;
}

/** Writes commits and branches of one Git repository. */
export interface RepositoryWriter {
  /** Makes the commit object locally; nobody else sees it before a push. */
  commitFiles(
    draft: CommitDraft & { files: FileWrites },
  ): Promise<{ commit: string; tree: string }>;
  /** Makes a commit object of a known tree. */
  commitTree(draft: CommitDraft & { tree: string }): Promise<string>;
  /** Three-way merge of two commits from their own merge base. */
  mergeTree(sides: { ours: string; theirs: string }): Promise<TreeMerge>;
  /** Object id of a commit's tree. */
  treeOf(commit: string): Promise<string>;
  /** Ids that these texts have as blobs. */
  blobIds(texts: readonly string[]): Promise<string[]>;
  /**
   * Moves a branch of the remote, or deletes it (`to` undefined), only if it
   * still is at `expected` (undefined: does not exist).
   *
   * @throws RepositoryError `moved` if it is not, `refused` if the remote says no.
   */
  push(move: {
    branch: string;
    expected: string | undefined;
    to: string | undefined;
  }): Promise<void>;
}

/** A repository to read and write. */
export interface Repository extends RepositoryReader, RepositoryWriter {
  /** Watches for changes of the remote; within a second for a local path. */
  watch(): void;
  close(): Promise<void>;
}
