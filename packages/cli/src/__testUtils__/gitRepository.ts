import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const PERSON = {
  GIT_AUTHOR_NAME: 'Mira Holt',
  GIT_AUTHOR_EMAIL: 'mira.holt@acme.example',
  GIT_COMMITTER_NAME: 'Mira Holt',
  GIT_COMMITTER_EMAIL: 'mira.holt@acme.example',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** A repository in a temporary folder, made by the system's git. */
export class GitRepository {
  readonly folder: string;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'stagecraft-'));
    this.git('init', '--quiet', '--initial-branch=main');
  }

  git(...args: string[]): string {
    return execFileSync('git', ['-C', this.folder, ...args], {
      env: { ...process.env, ...PERSON },
      encoding: 'utf8',
    }).trim();
  }

  /** Writes files without committing them. */
  write(files: Record<string, string>): void {
    for (const [path, text] of Object.entries(files)) {
      const full = join(this.folder, path);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, text);
    }
  }

  /** Writes and commits files; the id of the commit. */
  commit(message: string, files: Record<string, string>): string {
    this.write(files);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', `--message=${message}`);
    return this.git('rev-parse', 'HEAD');
  }

  /** A bare clone beside it. */
  bare(): string {
    const folder = `${this.folder}.git`;
    this.git('clone', '--quiet', '--bare', this.folder, folder);
    return folder;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
    rmSync(`${this.folder}.git`, { recursive: true, force: true });
  }
}
