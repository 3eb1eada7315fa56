import { Manifest } from '../manifests';

/** group/Kind/name: what a resource is called in every environment. */
export function resourceId(manifest: Manifest): string {
  return `${manifest.group}/${manifest.kind}/${manifest.name}`;
}

/** `Kind/name` of a group/Kind/name. */
export function shortName(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}

/**
 * The manifests of one environment at the newest commit, wherever they lie.
 * Of several with one name the last in the order of paths is in force.
 */
export class EnvironmentFiles {
  readonly #byPath = new Map<string, ReadonlyMap<string, Manifest>>();
  readonly #paths = new Map<string, Set<string>>();

  /** Replaces the content of a file; the keys that this may have changed. */
  write(path: string, manifests: readonly Manifest[]): Set<string> {
    const old = this.#byPath.get(path);
    const now = new Map<string, Manifest>();
    for (const manifest of manifests) {
      if (manifest.name !== '') now.set(resourceId(manifest), manifest);
    }
    for (const key of old?.keys() ?? []) this.#paths.get(key)?.delete(path);
    for (const key of now.keys()) {
      const paths = this.#paths.get(key);
      if (paths) paths.add(path);
      else this.#paths.set(key, new Set([path]));
    }
    if (now.size > 0) this.#byPath.set(path, now);
    else this.#byPath.delete(path);
    return new Set([...(old?.keys() ?? []), ...now.keys()]);
  }

  get(key: string): Manifest | undefined {
    let last: string | undefined;
    for (const path of this.#paths.get(key) ?? []) {
      if (last === undefined || path > last) last = path;
    }
    return last === undefined ? undefined : this.#byPath.get(last)?.get(key);
  }
}
