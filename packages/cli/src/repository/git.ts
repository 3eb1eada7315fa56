import { spawn } from 'node:child_process';
import { UsageError } from '../io';

/** Git must not read a person's settings, ask questions or take locks. */
const ENVIRONMENT = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

/**
 * Runs the system's git in a folder and returns what it prints.
 *
 * @throws UsageError with git's own words when it fails
 */
export async function git(
  folder: string,
  args: readonly string[],
  input?: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  return new Promise((done, fail) => {
    const child = spawn('git', ['-C', folder, ...args], {
      env: { ...process.env, ...ENVIRONMENT, ...environment },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', chunk => out.push(chunk));
    child.stderr.on('data', chunk => err.push(chunk));
    child.on('error', error => {
      fail(new UsageError(`git cannot be run: ${error.message}`));
    });
    child.on('close', code => {
      if (code === 0) done(Buffer.concat(out));
      else
        fail(
          new UsageError(
            `${Buffer.concat(err)}`.trim() || `git ${args[0]} failed`,
          ),
        );
    });
    // Git may end before it has read everything; its exit code tells why.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
}
