import { RepositoryError } from './RepositoryError';
import { runGit } from './runGit';

/** The first with `merge-tree --write-tree`. */
const OLDEST = { major: 2, minor: 38 };

/**
 * Says at once, and not at the first merge, when this machine's Git is too old.
 *
 * @param text - what `git version` prints
 * @throws RepositoryError
 */
export function checkGitVersion(text: string): void {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(text) ?? [];
  const enough =
    Number(major) > OLDEST.major ||
    (Number(major) === OLDEST.major && Number(minor) >= OLDEST.minor);
  if (!enough) {
    throw new RepositoryError(
      'failed',
      `Git ${OLDEST.major}.${
        OLDEST.minor
      } or newer is needed; this machine has ${text.trim()}`,
    );
  }
}

let checked: Promise<void> | undefined;

/** See {@link checkGitVersion}; asks Git once. */
export function requireGit(): Promise<void> {
  checked ??= runGit({ doing: 'find git', args: ['version'] }).then(
    ({ stdout }) => checkGitVersion(stdout.toString('utf8')),
  );
  return checked;
}
