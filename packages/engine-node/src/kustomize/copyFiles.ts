import { copyFile, mkdir, readlink, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Checkout } from './types';

/** Files as they lie in a folder. One that is gone is left out. */
export function copyFiles(from: string): Checkout {
  return async (files, folder) => {
    for (const path of files) {
      const target = join(folder, path);
      await mkdir(dirname(target), { recursive: true });
      const link = await readlink(join(from, path)).catch(() => undefined);
      if (link !== undefined) await symlink(link, target);
      else {
        await copyFile(join(from, path), target).catch(error => {
          if (error.code !== 'ENOENT') throw error;
        });
      }
    }
  };
}
