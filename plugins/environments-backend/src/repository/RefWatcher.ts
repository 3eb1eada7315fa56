import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** A push has to be on screen within 2 s; looking costs a few stat calls. */
const INTERVAL_MS = 400;

async function stamp(place: string): Promise<string> {
  try {
    const { mtimeNs, size, ino } = await stat(place, { bigint: true });
    return `${place}:${mtimeNs}:${size}:${ino}`;
  } catch {
    return `${place}:absent`;
  }
}

async function directoriesBelow(place: string): Promise<string[]> {
  try {
    const entries = await readdir(place, {
      recursive: true,
      withFileTypes: true,
    });
    return entries
      .filter(entry => entry.isDirectory())
      .map(entry => path.join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/**
 * A text that changes whenever a branch of the repository does. Git writes a
 * ref by renaming a lock file over it, which touches its directory; packed refs
 * and reftables are files of their own.
 */
export async function refsFingerprint(gitDirectory: string): Promise<string> {
  const heads = path.join(gitDirectory, 'refs', 'heads');
  const places = [
    path.join(gitDirectory, 'packed-refs'),
    path.join(gitDirectory, 'reftable', 'tables.list'),
    heads,
    ...(await directoriesBelow(heads)),
  ];
  return (await Promise.all(places.map(stamp))).join('\n');
}

/** Notices pushes to a repository on this machine without starting Git. */
export class RefWatcher {
  readonly #gitDirectory: string;
  readonly #onChange: () => void;
  #timer: NodeJS.Timeout | undefined;
  #last: string | undefined;
  #stopped = false;

  constructor(gitDirectory: string, onChange: () => void) {
    this.#gitDirectory = gitDirectory;
    this.#onChange = onChange;
  }

  start(): void {
    this.#look();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    const now = await refsFingerprint(this.#gitDirectory);
    if (this.#stopped) return;
    const changed = this.#last !== undefined && this.#last !== now;
    this.#last = now;
    if (changed) this.#onChange();
    this.#timer = setTimeout(() => this.#look(), INTERVAL_MS);
    this.#timer.unref();
  }
}
