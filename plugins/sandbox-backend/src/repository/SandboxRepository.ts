import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ConflictError } from '@backstage/errors';
import { fastImportCommit, NewCommit } from './fastImport';
import { git } from './git';
import { fillIds, readHistory } from './history';

export const BRANCH = 'main';

/** A file of one commit. */
export interface RepositoryFile {
  readonly path: string;
  readonly blob: string;
  readonly text: string;
}

export interface CreateOptions {
  /** The folder that holds the repository. */
  readonly directory: string;
  readonly example: string;
  /** Use the repository that is there, if there is one. */
  readonly keep?: boolean;
  readonly now?: Date;
}

const POLL_MS = 300;
const WRITE_ATTEMPTS = 5;

/** The bare repository of the sandbox. People and the forge push to it. */
export class SandboxRepository {
  readonly path: string;
  readonly #texts = new Map<string, string>();

  private constructor(path: string) {
    this.path = path;
  }

  /** Lays the example as a bare repository with its history. */
  static async create(options: CreateOptions): Promise<SandboxRepository> {
    const path = join(options.directory, 'infrastructure-gitops.git');
    if (options.keep && existsSync(join(path, 'HEAD'))) {
      return new SandboxRepository(path);
    }
    // Others look for the repository while it is made: they find all or nothing.
    const draft = new SandboxRepository(`${path}.new`);
    await rm(draft.path, { recursive: true, force: true });
    await mkdir(draft.path, { recursive: true });
    await git(draft.path, [
      'init',
      '--quiet',
      '--bare',
      `--initial-branch=${BRANCH}`,
    ]);
    const ids = new Map<string, string>();
    const now = options.now ?? new Date();
    for (const commit of await readHistory(options.example, now)) {
      const message = fillIds(commit.message, ids);
      ids.set(commit.name, await draft.commit({ ...commit, message }));
    }
    await rm(path, { recursive: true, force: true });
    await rename(draft.path, path);
    return new SandboxRepository(path);
  }

  /** The newest commit of the branch. */
  async head(): Promise<string | undefined> {
    const ref = join(this.path, 'refs', 'heads', BRANCH);
    try {
      return (await readFile(ref, 'utf8')).trim();
    } catch {
      // No loose ref: packed, or in the middle of being replaced.
      const output = await git(this.path, [
        'for-each-ref',
        '--format=%(objectname)',
        `refs/heads/${BRANCH}`,
      ]);
      return output.toString('utf8').trim() || undefined;
    }
  }

  /**
   * Writes a commit on top of the branch and returns its id. Throws
   * ConflictError if others push faster than it can write.
   */
  async commit(commit: NewCommit): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      const parent = await this.head();
      const input = fastImportCommit(commit, BRANCH, parent);
      try {
        await git(
          this.path,
          ['fast-import', '--quiet', '--date-format=raw'],
          input,
        );
      } catch (error) {
        // fast-import leaves a branch alone that has moved on meanwhile.
        if ((await this.head()) === parent) throw error;
        if (attempt === WRITE_ATTEMPTS) {
          throw new ConflictError(
            `${BRANCH} moves too fast to commit to it`,
            error,
          );
        }
        continue;
      }
      const head = await this.head();
      if (!head) throw new ConflictError(`${BRANCH} is gone`);
      return head;
    }
  }

  /** All files of a commit. Contents are read once for each blob. */
  async files(commit: string): Promise<RepositoryFile[]> {
    const listing = await git(this.path, ['ls-tree', '-r', '-z', commit]);
    const entries = listing
      .toString('utf8')
      .split('\0')
      .flatMap(line => {
        const match = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line);
        return match ? [{ blob: match[1], path: match[2] }] : [];
      });
    const missing = entries.filter(entry => !this.#texts.has(entry.blob));
    await this.#readBlobs([...new Set(missing.map(entry => entry.blob))]);
    return entries.map(entry => ({
      ...entry,
      text: this.#texts.get(entry.blob) ?? '',
    }));
  }

  /** The text of a file at the head of the branch. */
  async readFile(path: string): Promise<string | undefined> {
    const head = await this.head();
    if (!head) return undefined;
    return (await this.files(head)).find(file => file.path === path)?.text;
  }

  /** Calls back whenever the branch has moved, by whatever push. Returns a stop. */
  onPush(listener: (head: string) => void): () => void {
    let known: string | undefined;
    let stopped = false;
    let timer: NodeJS.Timeout | undefined;
    const look = async () => {
      const head = await this.head().catch(() => undefined);
      if (stopped) return;
      if (head && known && head !== known) listener(head);
      known = head ?? known;
      timer = setTimeout(look, POLL_MS);
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }

  async #readBlobs(blobs: string[]): Promise<void> {
    if (blobs.length === 0) return;
    const output = await git(
      this.path,
      ['cat-file', '--batch', '--buffer'],
      `${blobs.join('\n')}\n`,
    );
    let position = 0;
    for (const blob of blobs) {
      const end = output.indexOf('\n', position);
      const size = Number(output.toString('utf8', position, end).split(' ')[2]);
      const start = end + 1;
      this.#texts.set(blob, output.toString('utf8', start, start + size));
      position = start + size + 1;
    }
  }
}
