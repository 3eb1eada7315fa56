import { spawn } from 'node:child_process';

/** Git does not ask for anything and reads no settings of the machine. */
const ENVIRONMENT = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  LC_ALL: 'C',
};

/**
 * Runs git in a repository and returns what it prints. Fails with git's own
 * words.
 */
export async function git(
  directory: string,
  args: readonly string[],
  input?: string | Buffer,
): Promise<Buffer> {
  const child = spawn('git', [...args], {
    cwd: directory,
    env: { PATH: process.env.PATH, ...ENVIRONMENT },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', chunk => output.push(chunk));
  child.stderr.on('data', chunk => errors.push(chunk));
  // A git that ends early says why on stderr; the broken pipe adds nothing.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    throw new Error(
      `git ${args[0]} failed: ${Buffer.concat(errors).toString('utf8').trim()}`,
    );
  }
  return Buffer.concat(output);
}
