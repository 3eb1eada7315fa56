import { join } from 'node:path';
import { Checkout } from '@stagecraft/engine-node';
import { git } from './git';

/** Files of a commit, through an index of their own: the repository's stays. */
export function checkoutCommit(repository: string, commit: string): Checkout {
  return async (files, folder) => {
    const environment = {
      GIT_INDEX_FILE: join(folder, '..', 'index'),
      GIT_WORK_TREE: folder,
    };
    await git(repository, ['read-tree', commit], '', environment);
    await git(
      repository,
      ['checkout-index', '--force', '--stdin', '-z'],
      files.map(path => `${path}\0`).join(''),
      environment,
    );
  };
}
