import { getKey, isList, Json } from '@stagecraft/engine';
import { ClusterConnection } from './KubernetesConnection';
import { GroupVersionKind } from './types';

/** Where a kind is served. */
export interface ServedKind {
  /** Path of the collection over all namespaces. */
  readonly path: string;
  readonly namespaced: boolean;
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Base path of a group version: the core group lives apart. */
export function groupVersionPath(apiVersion: string): string {
  return apiVersion.includes('/')
    ? `/apis/${apiVersion}`
    : `/api/${apiVersion}`;
}

/** Maps kinds to collections by asking the cluster, one request per group version. */
export class Discovery {
  readonly #connection: ClusterConnection;
  readonly #groups = new Map<string, Promise<Map<string, ServedKind>>>();

  constructor(connection: ClusterConnection) {
    this.#connection = connection;
  }

  /**
   * Undefined if the cluster does not serve the kind.
   * @throws ClusterError
   */
  async find(kind: GroupVersionKind): Promise<ServedKind | undefined> {
    let group = this.#groups.get(kind.apiVersion);
    if (!group) {
      group = this.#read(kind.apiVersion);
      this.#groups.set(kind.apiVersion, group);
      group.catch(() => this.#groups.delete(kind.apiVersion));
    }
    return (await group).get(kind.kind);
  }

  /** Forgets a group version, so that a definition installed since is found. */
  forget(apiVersion: string): void {
    this.#groups.delete(apiVersion);
  }

  async #read(apiVersion: string): Promise<Map<string, ServedKind>> {
    const base = groupVersionPath(apiVersion);
    const answer = await this.#connection.get(base);
    const resources = getKey(answer, 'resources');
    const kinds = new Map<string, ServedKind>();
    for (const resource of isList(resources) ? resources : []) {
      const name = text(getKey(resource, 'name'));
      // Names with a slash are subresources such as deployments/scale.
      if (name === '' || name.includes('/')) continue;
      kinds.set(text(getKey(resource, 'kind')), {
        path: `${base}/${name}`,
        namespaced: getKey(resource, 'namespaced') === true,
      });
    }
    return kinds;
  }
}
