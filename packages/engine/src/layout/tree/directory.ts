import { compareBytes } from './names';

/** A name in a directory. */
export type TreeEntry =
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'link'; readonly path: string; readonly target: string }
  | Directory;

/** A directory of the tree; Git knows none that is empty. */
export class Directory {
  readonly type = 'directory';
  readonly path: string;
  readonly #entries = new Map<string, TreeEntry>();
  #sorted?: ReadonlyArray<readonly [string, TreeEntry]>;

  constructor(path: string) {
    this.path = path;
  }

  get(name: string): TreeEntry | undefined {
    return this.#entries.get(name);
  }

  /** Entries by the bytes of their names: the order of Go's directory walk. */
  entries(): ReadonlyArray<readonly [string, TreeEntry]> {
    this.#sorted ??= [...this.#entries].sort(([a], [b]) => compareBytes(a, b));
    return this.#sorted;
  }

  add(name: string, entry: TreeEntry): void {
    this.#entries.set(name, entry);
  }

  /** The directory of a name below this one, made if it is missing. */
  child(name: string): Directory {
    const found = this.#entries.get(name);
    if (found?.type === 'directory') return found;
    const made = new Directory(this.path ? `${this.path}/${name}` : name);
    this.#entries.set(name, made);
    return made;
  }

  /** Names of the directories directly below, without those that start with a dot. */
  visibleDirectories(): string[] {
    return this.entries()
      .filter(([name, entry]) => {
        return entry.type === 'directory' && !name.startsWith('.');
      })
      .map(([name]) => name);
  }
}

/** Every file and link below a directory, in walk order. */
export function* walk(
  directory: Directory,
): Generator<Exclude<TreeEntry, Directory>> {
  for (const [, entry] of directory.entries()) {
    if (entry.type === 'directory') yield* walk(entry);
    else yield entry;
  }
}
