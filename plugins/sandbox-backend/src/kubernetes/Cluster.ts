import { KubeObject } from './objects';
import { Store } from './Store';
import { Registry } from './types/Registry';
import { apiVersionOf, Resource } from './types/Resource';

const CRDS = 'customresourcedefinitions.apiextensions.k8s.io';

/** The key under which a kind's objects are kept. */
export function collectionOf(resource: Resource): string {
  return resource.group
    ? `${resource.plural}.${resource.group}`
    : resource.plural;
}

export interface ClusterOptions {
  readonly name: string;
  readonly now?: () => Date;
}

/** One cluster of the sandbox: its objects and the kinds it serves. */
export class Cluster {
  readonly name: string;
  readonly store = new Store();
  readonly registry = new Registry();
  readonly now: () => Date;
  /** Since when it answers no one from outside, if it does not. */
  #unreachableSince: Date | undefined;

  constructor(options: ClusterOptions) {
    this.name = options.name;
    this.now = options.now ?? (() => new Date());
    this.store.subscribe(event => {
      if (event.collection === CRDS) {
        this.registry.update(this.store.list(CRDS));
      }
    });
  }

  get unreachableSince(): Date | undefined {
    return this.#unreachableSince;
  }

  setReachable(reachable: boolean): void {
    if (reachable) this.#unreachableSince = undefined;
    else this.#unreachableSince ??= this.now();
  }

  get(
    resource: Resource,
    namespace: string | undefined,
    name: string,
  ): KubeObject | undefined {
    const object = this.store.get(collectionOf(resource), namespace, name);
    return object && asVersion(object, resource);
  }

  list(resource: Resource, namespace?: string): KubeObject[] {
    return this.store
      .list(collectionOf(resource), namespace)
      .map(object => asVersion(object, resource));
  }
}

/** The object under the version that was asked for. */
export function asVersion(object: KubeObject, resource: Resource): KubeObject {
  const apiVersion = apiVersionOf(resource);
  return object.apiVersion === apiVersion
    ? object
    : ({ ...object, apiVersion } as KubeObject);
}
