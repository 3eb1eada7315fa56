import { execFileSync } from 'node:child_process';
import { expect, type Page } from '@playwright/test';
import { sidebar } from './portal';

/** The bare repository of the sandbox, read with Git itself. */
export class Repository {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** A file's text on main, or undefined where main has no such file. */
  read(file: string): string | undefined {
    const listed = this.#git('ls-tree', '--name-only', 'main', '--', file);
    return listed === '' ? undefined : this.#git('show', `main:${file}`);
  }

  /** The files that a commit changed, with `A`, `M` or `D` before each. */
  filesOf(commit: string): string[] {
    return this.#git(
      'show',
      '--format=',
      '--name-status',
      '-m',
      '--first-parent',
      commit,
    )
      .split('\n')
      .filter(Boolean)
      .map(line => line.replace('\t', ' '));
  }

  /** The newest message on main. */
  message(): string {
    return this.#git('log', '-1', '--format=%B', 'main');
  }

  /** Id of the newest commit on main. */
  head(): string {
    return this.#git('rev-parse', 'main').trim();
  }

  #git(...args: string[]): string {
    return execFileSync('git', ['--git-dir', this.#path, ...args], {
      encoding: 'utf8',
    });
  }
}

/** Finds the repository where the sandbox page says that it is. */
export async function findRepository(page: Page): Promise<Repository> {
  await sidebar(page).getByRole('link', { name: 'Sandbox' }).click();
  const line = page.getByText(/^git clone /);
  await expect(line).toBeVisible();
  const command = (await line.textContent()) ?? '';
  return new Repository(command.replace(/^git clone /, '').trim());
}
