import { KubeObject } from '../objects';
import { BUILTINS } from './builtins';
import { resourcesOf } from './customResources';
import { Resource } from './Resource';

function key(group: string, version: string, plural: string): string {
  return `${group}/${version}/${plural}`;
}

/** The kinds of one cluster: the built-in ones and those of its CRDs. */
export class Registry {
  #resources = new Map<string, Resource>();

  constructor() {
    this.#put(BUILTINS);
  }

  /** Takes the CRDs that are there now. */
  update(crds: Iterable<KubeObject>): void {
    this.#resources = new Map();
    this.#put(BUILTINS);
    for (const crd of crds) this.#put(resourcesOf(crd));
  }

  find(group: string, version: string, plural: string): Resource | undefined {
    return this.#resources.get(key(group, version, plural));
  }

  findKind(apiVersion: string, kind: string): Resource | undefined {
    return this.all().find(
      resource =>
        resource.kind === kind &&
        apiVersion ===
          (resource.group
            ? `${resource.group}/${resource.version}`
            : resource.version),
    );
  }

  all(): Resource[] {
    return [...this.#resources.values()];
  }

  #put(resources: Iterable<Resource>): void {
    for (const resource of resources) {
      this.#resources.set(
        key(resource.group, resource.version, resource.plural),
        resource,
      );
    }
  }
}
