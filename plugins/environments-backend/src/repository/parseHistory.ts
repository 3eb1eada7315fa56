import { RepositoryError } from './RepositoryError';
import { CommitInfo, HistoryChange, HistoryCommit } from './types';

/** Fields of a commit, each ended by NUL, which no message can hold. */
export const COMMIT_FORMAT =
  '--format=tformat:%H%x00%P%x00%an%x00%ae%x00%cI%x00%B';
const FIELDS = 6;

const ABSENT = /^0+$/;
/** `:<mode> <mode> <oid> <oid> <status>` */
const RAW = /^\n?:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) \w\d*$/;
const SUBMODULE = '160000';

function readCommit(tokens: readonly string[], at: number): CommitInfo {
  const [id, parents, author, email, time, message] = tokens.slice(
    at,
    at + FIELDS,
  );
  if (message === undefined) {
    throw new RepositoryError('failed', 'Cannot read history: it ends early');
  }
  return {
    id,
    parents: parents === '' ? [] : parents.split(' '),
    author,
    email,
    time,
    message: message.replace(/\n+$/, ''),
  };
}

function readChange(raw: RegExpExecArray, path: string): HistoryChange {
  const [, , , oldOid, oid] = raw;
  return {
    path,
    oid: ABSENT.test(oid) ? undefined : oid,
    oldOid: ABSENT.test(oldOid) ? undefined : oldOid,
  };
}

/** Reads raw differences, from `at` up to the first token that is none. */
function readChanges(tokens: readonly string[], at: number) {
  const changes: HistoryChange[] = [];
  let next = at;
  for (
    let raw = RAW.exec(tokens[next] ?? '');
    raw;
    raw = RAW.exec(tokens[next] ?? '')
  ) {
    if (raw[1] !== SUBMODULE && raw[2] !== SUBMODULE) {
      changes.push(readChange(raw, tokens[next + 1] ?? ''));
    }
    next += 2;
  }
  return { changes, next };
}

function tokensOf(output: Buffer): string[] {
  const tokens = output.toString('utf8').split('\0');
  // What follows the last NUL.
  tokens.pop();
  return tokens;
}

/** Reads `git log -z --raw` with {@link COMMIT_FORMAT}, in the order of Git. */
export function parseHistory(output: Buffer): HistoryCommit[] {
  const tokens = tokensOf(output);
  const commits: HistoryCommit[] = [];
  let at = 0;
  while (at < tokens.length) {
    const commit = readCommit(tokens, at);
    const { changes, next } = readChanges(tokens, at + FIELDS);
    commits.push({ ...commit, changes });
    at = next;
  }
  return commits;
}

/** Reads `git diff-tree -r -z --raw` of two trees. */
export function parseChanges(output: Buffer): HistoryChange[] {
  return readChanges(tokensOf(output), 0).changes;
}
