import { RepositoryError } from './RepositoryError';
import { FileWrites, TreeEntry } from './types';

const LINK = '120000';

function refuse(path: string, why: string): never {
  throw new RepositoryError('unsafe', `Cannot write ${path}: ${why}`);
}

function parentsOf(path: string): string[] {
  const steps = path.split('/');
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('/'));
}

/**
 * Refuses writes that would leave the repository, go through a link, or put a
 * file where a directory is or the other way round.
 *
 * @throws RepositoryError `unsafe`
 */
export function checkWrites(
  files: FileWrites,
  entries: readonly TreeEntry[],
): void {
  const modes = new Map(entries.map(entry => [entry.path, entry.mode]));
  const directories = new Set(entries.flatMap(entry => parentsOf(entry.path)));
  for (const [path, text] of files) {
    const steps = path.split('/');
    if (steps.some(step => step === '' || step === '.' || step === '..')) {
      refuse(path, 'it is no path inside the repository');
    }
    if (steps.some(step => /^\.git$/i.test(step)) || path.includes('\0')) {
      refuse(path, 'Git keeps this name to itself');
    }
    if (modes.get(path) === LINK) refuse(path, 'it is a link');
    if (directories.has(path)) refuse(path, 'it is a directory');
    const above = parentsOf(path).find(parent => modes.has(parent));
    if (above !== undefined && text !== undefined) {
      refuse(path, `${above} is a file`);
    }
  }
}
