import { createHash } from 'node:crypto';
import { FileWrites } from './types';

/**
 * Hash of what would be written, whatever commit it is written by: a review is
 * of this, and a plan with the same hash is the same plan.
 */
export function contentId(files: FileWrites): string {
  const hash = createHash('sha256');
  for (const path of [...files.keys()].sort()) {
    const text = files.get(path);
    hash.update(JSON.stringify([path, text ?? null]));
  }
  return hash.digest('hex');
}
