import { LoggerService } from '@backstage/backend-plugin-api';
import { GitStore } from './GitStore';
import { localGitDirectory } from './localGitDirectory';
import { MirrorReader } from './MirrorReader';
import { MirrorWriter } from './MirrorWriter';
import { RefWatcher } from './RefWatcher';
import { Remote } from './Remote';
import { isRepositoryError, RepositoryError } from './RepositoryError';
import {
  CheckoutFiles,
  CommitDraft,
  FileWrites,
  GitCredentials,
  HistoryCommit,
  MirrorChange,
  MirrorState,
  Repository,
} from './types';

/** A first fetch of a large repository over a slow line. */
const FETCH_TIMEOUT_MS = 300_000;

/** When an earlier run read the mirror is not recorded. */
const EARLIER_RUN = new Date(0).toISOString();

export interface GitMirrorOptions {
  /** Name on screen and in messages. */
  readonly name: string;
  /** URL or path of the remote. */
  readonly url: string;
  readonly branch: string;
  /** Where mirrors lie; this one gets a directory of its own in it. */
  readonly directory: string;
  readonly credentials?: GitCredentials;
  readonly logger: LoggerService;
}

/**
 * A bare mirror of one remote repository: everything is read from it, and
 * written to the remote through it. The remote may be down; what was read last
 * stays readable, and `state` says since when it is old.
 */
export class GitMirror implements Repository {
  readonly name: string;
  readonly branch: string;
  readonly #remote: Remote;
  readonly #logger: LoggerService;
  readonly #store: GitStore;
  readonly #reader: MirrorReader;
  readonly #writer: MirrorWriter;
  readonly #listeners = new Set<(change: MirrorChange) => void>();
  #state: MirrorState = { state: 'unread' };
  #branches = new Map<string, string>();
  #running: Promise<{ head: string; changed: boolean }> | undefined;
  #queued: Promise<{ head: string; changed: boolean }> | undefined;
  #watcher: RefWatcher | undefined;
  #tidying: Promise<void> | undefined;

  /** Prepares the mirror; asks the remote nothing yet. */
  static async open(options: GitMirrorOptions): Promise<GitMirror> {
    const store = await GitStore.open(options);
    return new GitMirror(options, store);
  }

  private constructor(options: GitMirrorOptions, store: GitStore) {
    this.name = options.name;
    this.branch = options.branch;
    this.#remote = new Remote(options.url, options.credentials);
    this.#logger = options.logger;
    this.#store = store;
    this.#reader = new MirrorReader(store);
    this.#writer = new MirrorWriter(store, this.#reader, this.#remote);
  }

  get url(): string {
    return this.#remote.url;
  }

  state(): MirrorState {
    return this.#state;
  }

  head(): string | undefined {
    return this.#state.state === 'unread' ? undefined : this.#state.head;
  }

  /**
   * A call during a fetch waits for one that starts after it, since the running
   * one may have asked before the push the caller knows of.
   */
  fetch(): Promise<{ head: string; changed: boolean }> {
    if (!this.#running) {
      this.#running = this.#fetch().finally(() => {
        this.#running = undefined;
      });
      return this.#running;
    }
    this.#queued ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#queued = undefined;
        return this.fetch();
      });
    return this.#queued;
  }

  readTree(commit: string) {
    return this.#reader.readTree(commit);
  }

  readBlobs(oids: Iterable<string>) {
    return this.#reader.readBlobs(oids);
  }

  readBlobContents(oids: Iterable<string>) {
    return this.#reader.readBlobContents(oids);
  }

  checkout(files: CheckoutFiles): Promise<void> {
    return this.#reader.checkout(files);
  }

  async history(options?: {
    ref?: string;
    limit?: number;
  }): Promise<HistoryCommit[]> {
    const tip = options?.ref ?? this.head();
    return tip ? this.#reader.history(tip, options?.limit) : [];
  }

  commit(id: string) {
    return this.#reader.commit(id);
  }

  changedPaths(from: string, to: string) {
    return this.#reader.changedPaths(from, to);
  }

  async branches(): Promise<Map<string, string>> {
    return new Map(this.#branches);
  }

  isAncestor(ancestor: string, descendant: string) {
    return this.#reader.isAncestor(ancestor, descendant);
  }

  mergeBase(one: string, other: string) {
    return this.#reader.mergeBase(one, other);
  }

  commitFiles(draft: CommitDraft & { files: FileWrites }) {
    return this.#writer.commitFiles(draft);
  }

  commitTree(draft: CommitDraft & { tree: string }) {
    return this.#writer.commitTree(draft);
  }

  mergeTree(sides: { ours: string; theirs: string }) {
    return this.#writer.mergeTree(sides);
  }

  treeOf(commit: string) {
    return this.#writer.treeOf(commit);
  }

  blobIds(texts: readonly string[]) {
    return this.#writer.blobIds(texts);
  }

  async push(move: {
    branch: string;
    expected: string | undefined;
    to: string | undefined;
  }): Promise<void> {
    await this.#writer.push(move);
    await this.#readMirror();
  }

  onChange(listener: (change: MirrorChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  watch(): void {
    const local = localGitDirectory(this.#remote.url);
    if (this.#watcher || !local) return;
    this.#watcher = new RefWatcher(local, () => {
      this.fetch().catch(error => this.#logger.warn(error.message));
    });
    this.#watcher.start();
  }

  async close(): Promise<void> {
    this.#watcher?.stop();
    this.#listeners.clear();
    await this.#running?.catch(() => undefined);
    await this.#tidying;
    this.#reader.close();
  }

  async #fetch(): Promise<{ head: string; changed: boolean }> {
    try {
      const access = await this.#remote.access();
      await this.#store.run({
        doing: 'fetch',
        args: [
          'fetch',
          '--quiet',
          '--prune',
          '--no-tags',
          '--force',
          '--no-write-fetch-head',
          '--no-auto-maintenance',
          '--',
          this.#remote.url,
          '+refs/heads/*:refs/heads/*',
        ],
        timeoutMs: FETCH_TIMEOUT_MS,
        ...access,
      });
      this.#tidying ??= this.#tidy();
      return await this.#readMirror();
    } catch (error) {
      throw await this.#remember(error);
    }
  }

  /** Once a run: many small fetches leave many small packs. Git decides if it is worth it. */
  async #tidy(): Promise<void> {
    try {
      await this.#store.run({
        doing: 'tidy the mirror of',
        args: ['-c', 'gc.autoDetach=false', 'gc', '--auto', '--quiet'],
        timeoutMs: FETCH_TIMEOUT_MS,
      });
    } catch (error) {
      this.#logger.debug(`The mirror of ${this.name} was not tidied: ${error}`);
    }
  }

  /** Takes in where the mirror's branches are, and tells whoever listens. */
  async #readMirror(): Promise<{ head: string; changed: boolean }> {
    const branches = await this.#reader.branches();
    const head = branches.get(this.branch);
    if (!head) {
      const some = [...branches.keys()].slice(0, 5).join(', ');
      throw new RepositoryError(
        'missingBranch',
        `${this.name} has no branch ${this.branch}${
          some ? `; it has ${some}` : ': it has no commits yet'
        }`,
      );
    }
    const changed = head !== this.head();
    const branchesChanged =
      branches.size !== this.#branches.size ||
      [...branches].some(([name, id]) => this.#branches.get(name) !== id);
    this.#branches = branches;
    this.#state = { state: 'read', head, readAt: new Date().toISOString() };
    if (branchesChanged) {
      const change = { head, headChanged: changed, branchesChanged };
      for (const listener of this.#listeners) this.#tell(listener, change);
    }
    return { head, changed };
  }

  #tell(listener: (change: MirrorChange) => void, change: MirrorChange) {
    try {
      listener(change);
    } catch (error) {
      this.#logger.warn(`A listener of ${this.name} failed: ${error}`);
    }
  }

  async #remember(cause: unknown): Promise<RepositoryError> {
    const error = isRepositoryError(cause)
      ? cause
      : new RepositoryError('failed', `Cannot fetch ${this.name}`, cause);
    if (this.#state.state === 'unread') await this.#readEarlierMirror();
    const since = new Date().toISOString();
    const before = this.#state;
    this.#state =
      before.state === 'unread'
        ? { state: 'unreadable', error, since }
        : { since, ...before, state: 'unreadable', error };
    return error;
  }

  /** A mirror of an earlier run is still good to read while the remote is down. */
  async #readEarlierMirror(): Promise<void> {
    const branches = await this.#reader.branches().catch(() => undefined);
    const head = branches?.get(this.branch);
    if (!branches || !head) return;
    this.#branches = branches;
    this.#state = { state: 'read', head, readAt: EARLIER_RUN };
  }
}
