import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A bare repository in a temporary directory, written to as an outsider would. */
export interface GitRemote {
  readonly directory: string;
  readonly url: string;
  git(...args: string[]): string;
  /** Commits to a branch and pushes; undefined deletes a file. */
  commit(
    message: string,
    files: Record<string, string | Buffer | undefined>,
    options?: { branch?: string; author?: string; from?: string },
  ): string;
  head(branch?: string): string;
  read(path: string, ref?: string): string;
  cleanup(): void;
}

function environment(author: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: os.devNull,
    GIT_AUTHOR_NAME: author,
    GIT_AUTHOR_EMAIL: `${author
      .toLowerCase()
      .replace(/\W+/g, '.')}@acme.example`,
    GIT_COMMITTER_NAME: author,
    GIT_COMMITTER_EMAIL: 'committer@acme.example',
  };
}

/** Makes an empty bare repository with the branch `main`. */
export function createGitRemote(): GitRemote {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'stagecraft-test-'));
  const url = path.join(directory, 'remote.git');
  const work = path.join(directory, 'work');
  const run = (cwd: string, args: string[], author = 'Mira Holt') =>
    execFileSync('git', args, {
      cwd,
      env: environment(author),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  mkdirSync(url);
  run(url, ['init', '--bare', '-q', '-b', 'main']);
  run(directory, ['clone', '-q', url, work]);
  return {
    directory,
    url,
    git: (...args) => run(url, args),
    commit(message, files, options = {}) {
      const branch = options.branch ?? 'main';
      run(work, ['fetch', '-q', '--prune', 'origin']);
      const known = run(work, ['branch', '-r']).includes(`origin/${branch}`);
      const start = known ? `origin/${branch}` : options.from ?? 'origin/main';
      const empty = run(work, ['branch', '-r']) === '';
      if (!empty) run(work, ['checkout', '-q', '-f', '-B', branch, start]);
      for (const [file, text] of Object.entries(files)) {
        const place = path.join(work, file);
        if (text === undefined) {
          rmSync(place);
        } else {
          mkdirSync(path.dirname(place), { recursive: true });
          writeFileSync(place, text);
        }
      }
      run(work, ['add', '-A']);
      run(
        work,
        ['commit', '-q', '--allow-empty', '-m', message],
        options.author,
      );
      run(work, ['push', '-q', 'origin', `HEAD:refs/heads/${branch}`]);
      return run(work, ['rev-parse', 'HEAD']);
    },
    head: (branch = 'main') => run(url, ['rev-parse', `refs/heads/${branch}`]),
    read: (file, ref = 'main') =>
      execFileSync('git', ['show', `${ref}:${file}`], {
        cwd: url,
        encoding: 'utf8',
      }),
    cleanup: () => rmSync(directory, { recursive: true, force: true }),
  };
}
