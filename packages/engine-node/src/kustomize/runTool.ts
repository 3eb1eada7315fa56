import { spawn } from 'node:child_process';

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const MAX_WORDS = 16 * 1024;

/** How running a program ended. */
export type Ended =
  | { readonly state: 'done'; readonly output: string }
  | { readonly state: 'refused'; readonly words: string }
  | { readonly state: 'missing' }
  | { readonly state: 'stopped'; readonly reason: string };

export interface ToolRun {
  readonly command: string;
  readonly args: readonly string[];
  /** A folder of its own: it finds no settings of a person and leaves none. */
  readonly home: string;
  readonly timeoutMs: number;
}

/** Nothing but the path: no credentials, no proxies, no Git over a network. */
function environment(home: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: home,
    TMPDIR: home,
    LC_ALL: 'C',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
    HTTP_PROXY: 'http://127.0.0.1:9',
    HTTPS_PROXY: 'http://127.0.0.1:9',
  };
}

/** Runs a program to its end; never through a shell, never without an end. */
export function runTool(run: ToolRun): Promise<Ended> {
  return new Promise(resolve => {
    const child = spawn(run.command, [...run.args], {
      cwd: run.home,
      env: environment(run.home),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    let words = '';
    let stopped: string | undefined;
    const stop = (reason: string) => {
      stopped ??= reason;
      child.kill('SIGKILL');
    };
    const seconds = run.timeoutMs / 1000;
    const timer = setTimeout(
      () => stop(`${run.command} gave no answer within ${seconds} s.`),
      run.timeoutMs,
    );
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_OUTPUT_BYTES) {
        stop(`${run.command} printed more than 64 MB.`);
      } else chunks.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (words.length < MAX_WORDS) words += chunk.toString('utf8');
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      resolve(
        error.code === 'ENOENT'
          ? { state: 'missing' }
          : { state: 'stopped', reason: `${run.command}: ${error.message}` },
      );
    });
    child.on('close', code => {
      clearTimeout(timer);
      if (stopped !== undefined) resolve({ state: 'stopped', reason: stopped });
      else if (code === 0) {
        const output = Buffer.concat(chunks).toString('utf8');
        resolve({ state: 'done', output });
      } else resolve({ state: 'refused', words });
    });
  });
}
