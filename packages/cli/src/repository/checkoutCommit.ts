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
    // In a folder of a working tree, paths count from that folder.
    const prefix = await git(repository, ['rev-parse', '--show-prefix']);
    const tree = `${commit}:${prefix.toString().trim()}`;
    await git(repository, ['read-tree', tree], '', environment);
    await git(
      repository,
      ['checkout-index', '--force', '--stdin', '-z'],
      files.map(path => `${path}\0`).join(''),
      environment,
    );
  };
}
