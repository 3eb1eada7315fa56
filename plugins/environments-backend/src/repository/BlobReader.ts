import { ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { BatchParser } from './BatchParser';
import { BlobCache } from './BlobCache';
import { describeGitFailure } from './describeGitFailure';
import { gitEnvironment } from './gitEnvironment';
import { RepositoryError } from './RepositoryError';
import { BlobContent } from './types';

/** A manifest is far smaller; what is larger is no manifest. */
const MAX_BLOB_BYTES = 10 * 1024 * 1024;
const CACHE_LENGTH = 32 * 1024 * 1024;
const OBJECT_ID = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

type Question = {
  resolve: (content: BlobContent) => void;
  reject: (error: Error) => void;
};

/** An idle reader must not keep the backend from ending, a busy one must. */
function keepAwake(child: ChildProcessWithoutNullStreams, awake: boolean) {
  const handles = [child, child.stdin, child.stdout, child.stderr];
  for (const handle of handles) {
    if (handle instanceof Socket || handle === child) {
      if (awake) handle.ref();
      else handle.unref();
    }
  }
}

/**
 * Reads blobs through one long-lived `git cat-file`. Output is buffered by Git
 * and flushed once per call, which is what makes thousands of small files fast.
 */
export class BlobReader {
  readonly #gitDir: string;
  readonly #cache = new BlobCache(CACHE_LENGTH);
  #process: ChildProcessWithoutNullStreams | undefined;
  #questions: Question[] = [];

  constructor(gitDir: string) {
    this.#gitDir = gitDir;
  }

  /** Every id gets an answer. @throws RepositoryError if Git itself fails */
  async read(oids: Iterable<string>): Promise<Map<string, BlobContent>> {
    const contents = new Map<string, BlobContent>();
    const asked: string[] = [];
    for (const oid of new Set(oids)) {
      const text = this.#cache.get(oid);
      if (text !== undefined) contents.set(oid, { state: 'read', text });
      else if (OBJECT_ID.test(oid)) asked.push(oid);
      else contents.set(oid, { state: 'missing' });
    }
    if (asked.length === 0) return contents;
    const answers = await Promise.all(this.#ask(asked));
    asked.forEach((oid, index) => {
      const content = answers[index];
      if (content.state === 'read') this.#cache.put(oid, content.text);
      contents.set(oid, content);
    });
    return contents;
  }

  /** Ends the process; the next read starts another. */
  close(): void {
    this.#process?.stdin.end();
    this.#process?.kill();
    this.#process = undefined;
  }

  #ask(oids: readonly string[]): Promise<BlobContent>[] {
    const child = this.#process ?? this.#start();
    const answers = oids.map(
      () =>
        new Promise<BlobContent>((resolve, reject) =>
          this.#questions.push({ resolve, reject }),
        ),
    );
    keepAwake(child, true);
    child.stdin.write(
      `${oids.map(oid => `contents ${oid}\n`).join('')}flush\n`,
    );
    return answers;
  }

  #start(): ChildProcessWithoutNullStreams {
    const child = spawn(
      'git',
      [`--git-dir=${this.#gitDir}`, 'cat-file', '--batch-command', '--buffer'],
      { env: gitEnvironment(), stdio: ['pipe', 'pipe', 'pipe'] },
    );
    const questions: Question[] = [];
    this.#questions = questions;
    this.#process = child;
    let stderr = '';
    const parser = new BatchParser(MAX_BLOB_BYTES, content => {
      questions.shift()?.resolve(content);
      if (questions.length === 0) keepAwake(child, false);
    });
    const fail = (error: RepositoryError) => {
      if (this.#process === child) this.#process = undefined;
      for (const question of questions.splice(0)) question.reject(error);
    };
    child.stdout.on('data', (chunk: Buffer) => parser.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString('utf8')).slice(-4096);
    });
    child.stdin.on('error', () => undefined);
    child.on('error', error =>
      fail(
        new RepositoryError(
          'failed',
          'Cannot read files: git cannot be started',
          error,
        ),
      ),
    );
    child.on('close', () => fail(describeGitFailure('read files', stderr)));
    return child;
  }
}
