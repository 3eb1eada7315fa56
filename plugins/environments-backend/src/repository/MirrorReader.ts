import { BlobReader } from './BlobReader';
import { GitStore, isObjectId } from './GitStore';
import { MirrorHistory } from './MirrorHistory';
import { COMMIT_FORMAT, parseChanges, parseHistory } from './parseHistory';
import { parseTree } from './parseTree';
import { RepositoryError } from './RepositoryError';
import {
  BlobContent,
  CheckoutFiles,
  CommitInfo,
  HistoryChange,
  HistoryCommit,
  TreeEntry,
} from './types';

const LINK = '120000';
/** Views ask for a handful of commits: the head, bases, synced ones. */
const KEPT_TREES = 16;

function checkedId(id: string): string {
  if (isObjectId(id)) return id;
  throw new RepositoryError('missingObject', `${id} is no commit id`);
}

/** Reads commits, trees and blobs that the mirror has. */
export class MirrorReader {
  readonly #store: GitStore;
  readonly #blobs: BlobReader;
  readonly #history: MirrorHistory;
  readonly #trees = new Map<string, Promise<TreeEntry[]>>();

  constructor(store: GitStore) {
    this.#store = store;
    this.#blobs = new BlobReader(store.directory);
    this.#history = new MirrorHistory(store);
  }

  readTree(commit: string): Promise<TreeEntry[]> {
    let tree = this.#trees.get(commit);
    if (!tree) {
      tree = this.#loadTree(checkedId(commit));
      tree.catch(() => this.#trees.delete(commit));
    }
    this.#trees.delete(commit);
    this.#trees.set(commit, tree);
    for (const oldest of this.#trees.keys()) {
      if (this.#trees.size <= KEPT_TREES) break;
      this.#trees.delete(oldest);
    }
    return tree;
  }

  readBlobContents(oids: Iterable<string>): Promise<Map<string, BlobContent>> {
    return this.#blobs.read(oids);
  }

  async readBlobs(oids: Iterable<string>): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    for (const [oid, content] of await this.#blobs.read(oids)) {
      if (content.state === 'read') texts.set(oid, content.text);
    }
    return texts;
  }

  /** Through an index of its own: several may be written at once. */
  async checkout({ commit, files, folder }: CheckoutFiles): Promise<void> {
    const environment = {
      GIT_INDEX_FILE: `${folder}.index`,
      GIT_WORK_TREE: folder,
    };
    await this.#store.run({
      doing: 'read a commit of',
      args: ['read-tree', checkedId(commit)],
      environment,
    });
    await this.#store.run({
      doing: 'write files of',
      args: ['checkout-index', '--force', '--stdin', '-z'],
      environment,
      input: files.map(path => `${path}\0`).join(''),
    });
  }

  history(tip: string, limit?: number): Promise<HistoryCommit[]> {
    return this.#history.upTo(checkedId(tip), limit);
  }

  async commit(id: string): Promise<CommitInfo | undefined> {
    if (!isObjectId(id)) return undefined;
    const { stdout, code } = await this.#store.run({
      doing: 'read a commit of',
      args: ['log', '-1', '--no-show-signature', '-z', COMMIT_FORMAT, id, '--'],
      accept: [128],
    });
    return code === 0 ? parseHistory(stdout)[0] : undefined;
  }

  async changedPaths(from: string, to: string): Promise<HistoryChange[]> {
    const { stdout } = await this.#store.run({
      doing: 'compare commits of',
      args: [
        'diff-tree',
        '-r',
        '-z',
        '--raw',
        '--no-renames',
        '--no-abbrev',
        '--end-of-options',
        checkedId(from),
        checkedId(to),
        '--',
      ],
    });
    return parseChanges(stdout);
  }

  async branches(): Promise<Map<string, string>> {
    const listed = await this.#store.text({
      doing: 'list the branches of',
      args: [
        'for-each-ref',
        '--format=%(objectname) %(refname:lstrip=2)',
        'refs/heads/',
      ],
    });
    return new Map(
      listed
        .split('\n')
        .filter(line => line !== '')
        .map(line => {
          const space = line.indexOf(' ');
          return [line.slice(space + 1), line.slice(0, space)] as const;
        }),
    );
  }

  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    const { code } = await this.#store.run({
      doing: 'compare commits of',
      args: [
        'merge-base',
        '--is-ancestor',
        checkedId(ancestor),
        checkedId(descendant),
      ],
      accept: [1],
    });
    return code === 0;
  }

  async mergeBase(one: string, other: string): Promise<string | undefined> {
    const { stdout, code } = await this.#store.run({
      doing: 'compare commits of',
      args: ['merge-base', checkedId(one), checkedId(other)],
      accept: [1],
    });
    return code === 0 ? stdout.toString('utf8').trim() : undefined;
  }

  close(): void {
    this.#blobs.close();
  }

  async #loadTree(commit: string): Promise<TreeEntry[]> {
    const { stdout } = await this.#store.run({
      doing: 'list the files of',
      args: ['ls-tree', '-r', '-z', '-l', '--full-tree', commit],
    });
    const entries = parseTree(stdout);
    const links = entries.filter(entry => entry.mode === LINK);
    if (links.length === 0) return entries;
    const targets = await this.readBlobs(links.map(entry => entry.oid));
    return entries.map(entry =>
      entry.mode === LINK
        ? { ...entry, symlinkTarget: targets.get(entry.oid) }
        : entry,
    );
  }
}
