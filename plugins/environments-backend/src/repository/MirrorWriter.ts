import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { GitStore, isObjectId } from './GitStore';
import { MirrorReader } from './MirrorReader';
import { Remote } from './Remote';
import { RepositoryError } from './RepositoryError';
import { checkWrites } from './safePath';
import { CommitDraft, FileWrites, GitIdentity, TreeMerge } from './types';

const PLAIN_FILE = '100644';

/** Git takes angle brackets and line breaks out of names; an empty rest is an error there. */
function cleanIdentity({ name, email }: GitIdentity): GitIdentity {
  const clean = (text: string) =>
    // eslint-disable-next-line no-control-regex
    text.replace(/[\u0000-\u001f<>]/g, ' ').trim();
  return { name: clean(name) || 'unknown', email: clean(email) };
}

function identityVariables(draft: CommitDraft): Record<string, string> {
  const author = cleanIdentity(draft.author);
  const committer = cleanIdentity(draft.committer);
  const date = `${Math.floor(draft.at.getTime() / 1000)} +0000`;
  return {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: committer.name,
    GIT_COMMITTER_EMAIL: committer.email,
    GIT_COMMITTER_DATE: date,
  };
}

/** Makes blobs, trees and commits in the mirror, and pushes them. No work tree. */
export class MirrorWriter {
  readonly #store: GitStore;
  readonly #reader: MirrorReader;
  readonly #remote: Remote;

  constructor(store: GitStore, reader: MirrorReader, remote: Remote) {
    this.#store = store;
    this.#reader = reader;
    this.#remote = remote;
  }

  async commitFiles(
    draft: CommitDraft & { files: FileWrites },
  ): Promise<{ commit: string; tree: string }> {
    const entries = await this.#reader.readTree(draft.parent);
    checkWrites(draft.files, entries);
    const modes = new Map(entries.map(entry => [entry.path, entry.mode]));
    const lines: string[] = [];
    for (const [file, text] of draft.files) {
      if (text === undefined) {
        lines.push(`0 ${'0'.repeat(draft.parent.length)}\t${file}\0`);
      } else {
        const oid = await this.#hashObject(text, true);
        lines.push(`${modes.get(file) ?? PLAIN_FILE} ${oid}\t${file}\0`);
      }
    }
    const tree = await this.#writeTree(draft.parent, lines.join(''));
    return { tree, commit: await this.commitTree({ ...draft, tree }) };
  }

  commitTree(draft: CommitDraft & { tree: string }): Promise<string> {
    return this.#store.text({
      doing: 'commit to',
      args: ['commit-tree', draft.tree, '-p', draft.parent, '-F', '-'],
      environment: identityVariables(draft),
      input: draft.message,
    });
  }

  async mergeTree(sides: { ours: string; theirs: string }): Promise<TreeMerge> {
    const { stdout, code } = await this.#store.run({
      doing: 'merge in',
      args: [
        'merge-tree',
        '--write-tree',
        '-z',
        '--name-only',
        '--no-messages',
        sides.ours,
        sides.theirs,
      ],
      accept: [1],
    });
    const [tree, ...files] = stdout.toString('utf8').split('\0');
    return code === 0
      ? { state: 'clean', tree }
      : { state: 'conflict', files: files.filter(file => file !== '') };
  }

  treeOf(commit: string): Promise<string> {
    return this.#store.text({
      doing: 'read a commit of',
      args: ['rev-parse', '--verify', '--end-of-options', `${commit}^{tree}`],
    });
  }

  blobIds(texts: readonly string[]): Promise<string[]> {
    return Promise.all(texts.map(text => this.#hashObject(text, false)));
  }

  async push(move: {
    branch: string;
    expected: string | undefined;
    to: string | undefined;
  }): Promise<void> {
    const ref = `refs/heads/${move.branch}`;
    for (const id of [move.expected, move.to]) {
      if (id !== undefined && !isObjectId(id)) {
        throw new RepositoryError('missingObject', `${id} is no commit id`);
      }
    }
    if (move.branch.startsWith('-')) {
      throw new RepositoryError('unsafe', `${move.branch} is no branch name`);
    }
    await this.#store.run({
      doing: 'check a branch name for',
      args: ['check-ref-format', ref],
    });
    const access = await this.#remote.access();
    await this.#store.run({
      doing: `push ${move.branch} to`,
      args: [
        'push',
        '--quiet',
        '--no-verify',
        `--force-with-lease=${ref}:${move.expected ?? ''}`,
        '--',
        this.#remote.url,
        `${move.to ?? ''}:${ref}`,
      ],
      ...access,
    });
    // The mirror follows at once; the next fetch would say the same.
    await this.#store.run({
      doing: 'update the mirror of',
      args: move.to
        ? ['update-ref', '--', ref, move.to]
        : ['update-ref', '-d', '--', ref],
    });
  }

  #hashObject(text: string, write: boolean): Promise<string> {
    return this.#store.text({
      doing: 'write a file to',
      args: ['hash-object', ...(write ? ['-w'] : []), '--stdin'],
      input: text,
    });
  }

  /** A tree like the commit's with these index lines on top, made in an index of its own. */
  async #writeTree(commit: string, indexLines: string): Promise<string> {
    const directory = await mkdtemp(path.join(os.tmpdir(), 'stagecraft-'));
    const environment = { GIT_INDEX_FILE: path.join(directory, 'index') };
    try {
      await this.#store.run({
        doing: 'prepare a commit to',
        args: ['read-tree', commit],
        environment,
      });
      await this.#store.run({
        doing: 'prepare a commit to',
        args: ['update-index', '-z', '--index-info'],
        environment,
        input: indexLines,
      });
      return await this.#store.text({
        doing: 'prepare a commit to',
        args: ['write-tree'],
        environment,
      });
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
}
