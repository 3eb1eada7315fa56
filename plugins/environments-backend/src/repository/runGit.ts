import { spawn } from 'node:child_process';
import { describeGitFailure } from './describeGitFailure';
import { gitEnvironment } from './gitEnvironment';
import { RepositoryError } from './RepositoryError';

/** Local work is quick; a remote that says nothing for this long is down. */
const DEFAULT_TIMEOUT_MS = 60_000;
const MAX_OUTPUT_BYTES = 512 * 1024 * 1024;
const MAX_STDERR_BYTES = 64 * 1024;

export interface GitCall {
  /** What is being done, for error messages: "fetch acme/infrastructure". */
  readonly doing: string;
  readonly args: readonly string[];
  readonly gitDir?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string | Buffer;
  readonly timeoutMs?: number;
  /** Exit codes that are an answer, not a failure. */
  readonly accept?: readonly number[];
  /** Texts that must not appear in an error. */
  readonly secrets?: readonly string[];
}

export interface GitOutput {
  readonly stdout: Buffer;
  readonly code: number;
}

/**
 * Runs one Git command: arguments as an array, never through a shell.
 *
 * @throws RepositoryError on any other exit code than 0 and those accepted
 */
export function runGit(call: GitCall): Promise<GitOutput> {
  const args = call.gitDir
    ? [`--git-dir=${call.gitDir}`, ...call.args]
    : [...call.args];
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, {
      env: gitEnvironment(call.environment),
      stdio: ['pipe', 'pipe', 'pipe'],
      cwd: call.gitDir,
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    let stderr = '';
    let ended: RepositoryError | undefined;
    const end = (error: RepositoryError) => {
      ended ??= error;
      child.kill('SIGKILL');
    };
    const timeoutMs = call.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const timer = setTimeout(
      () =>
        end(
          new RepositoryError(
            'timeout',
            `Cannot ${call.doing}: git gave no answer within ${Math.round(
              timeoutMs / 1000,
            )} s`,
          ),
        ),
      timeoutMs,
    );
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_OUTPUT_BYTES) {
        end(
          new RepositoryError(
            'failed',
            `Cannot ${call.doing}: git wrote more than ${MAX_OUTPUT_BYTES} bytes`,
          ),
        );
      } else {
        chunks.push(chunk);
      }
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < MAX_STDERR_BYTES) stderr += chunk.toString('utf8');
    });
    // A process that ended early closes its input; its exit code says why.
    child.stdin.on('error', () => undefined);
    child.on('error', error => {
      clearTimeout(timer);
      reject(
        new RepositoryError(
          'failed',
          `Cannot ${call.doing}: git cannot be started`,
          error,
        ),
      );
    });
    child.on('close', code => {
      clearTimeout(timer);
      if (ended) {
        reject(ended);
      } else if (code === 0 || call.accept?.includes(code ?? -1)) {
        resolve({ stdout: Buffer.concat(chunks), code: code ?? -1 });
      } else {
        reject(describeGitFailure(call.doing, stderr, call.secrets));
      }
    });
    child.stdin.end(call.input ?? '');
  });
}
