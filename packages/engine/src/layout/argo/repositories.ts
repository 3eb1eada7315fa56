/**
 * A repository URL without what does not change the repository: scheme, user,
 * `.git`, case, trailing slashes; `git@host:path` as `host/path`.
 */
export function normalRepository(url: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(url)?.[0] ?? '';
  let rest = url.slice(scheme.length).replace(/^[^@/]*@/, '');
  if (!scheme) rest = rest.replace(/^([^:/]+):(?=[^/])/, '$1/');
  return rest
    .toLowerCase()
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
}

/** Knows this repository and the branch the tree was read from. */
export class Repository {
  readonly #urls?: ReadonlySet<string>;
  readonly #branch: string;

  constructor(urls: readonly string[] | undefined, branch: string) {
    this.#urls = urls && new Set(urls.map(normalRepository));
    this.#branch = branch;
  }

  /** Without any known URL every repository is taken for this one. */
  isThis(url: string): boolean {
    return !this.#urls || this.#urls.has(normalRepository(url));
  }

  isThisRevision(revision: string): boolean {
    const branch = this.#branch;
    return ['', 'HEAD', branch, `refs/heads/${branch}`].includes(revision);
  }
}
