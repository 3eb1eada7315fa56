import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The Git directory of a remote on this machine: a path or `file:` URL of a
 * bare repository or of a work tree. Undefined for other remotes, and for
 * paths where there is nothing yet.
 */
export function localGitDirectory(url: string): string | undefined {
  let place: string;
  if (url.startsWith('file://')) {
    try {
      place = fileURLToPath(url);
    } catch {
      return undefined;
    }
  } else if (path.isAbsolute(url)) {
    place = url;
  } else {
    return undefined;
  }
  return [place, path.join(place, '.git')].find(
    candidate =>
      existsSync(path.join(candidate, 'HEAD')) &&
      existsSync(path.join(candidate, 'objects')),
  );
}
