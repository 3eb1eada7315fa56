import { getKey, isList, isObject, JsonObject, Json } from '@stagecraft/engine';
import { ClusterView, ObjectRef } from '../clusters';
import { EnvironmentFacts } from './facts/types';
import { RepositoryIndex } from './types';

/** How far up a composed resource looks for what it was made for. */
const MOST_OWNERS = 5;

type Place = [service: string, environment: string];

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function key(ref: Omit<ObjectRef, 'apiVersion'>): string {
  return `${ref.kind} ${ref.namespace ?? ''}/${ref.name}`;
}

function owners(
  object: JsonObject,
  namespace: string | undefined,
): ObjectRef[] {
  const references = getKey(getKey(object, 'metadata'), 'ownerReferences');
  return (isList(references) ? references : []).filter(isObject).map(owner => ({
    apiVersion: text(getKey(owner, 'apiVersion')) ?? '',
    kind: text(getKey(owner, 'kind')) ?? '',
    namespace,
    name: text(getKey(owner, 'name')) ?? '',
  }));
}

/** Says which service and environment a live object belongs to. */
export class Places {
  /** Repository and cluster to object to places. */
  readonly #objects = new Map<string, Map<string, Map<string, Place>>>();
  readonly #clusters = new Map<string, Map<string, Place>>();

  /** Notes where the resources of an environment live. */
  set(index: RepositoryIndex, facts: EnvironmentFacts): void {
    const at = this.#at(index, facts.cluster);
    const place: Place = [facts.service, facts.environment];
    const objects = this.#objects.get(at) ?? new Map();
    this.#objects.set(at, objects);
    for (const { resource } of facts.resources) {
      const places = objects.get(key(resource.manifest)) ?? new Map();
      objects.set(key(resource.manifest), places);
      places.set(JSON.stringify(place), place);
    }
    const all = this.#clusters.get(at) ?? new Map();
    this.#clusters.set(at, all.set(JSON.stringify(place), place));
  }

  /** Every environment that is delivered to a cluster. */
  onCluster(index: RepositoryIndex, cluster: string): Place[] {
    return [...(this.#clusters.get(this.#at(index, cluster))?.values() ?? [])];
  }

  /** Where an object belongs, or the one that it was made for. */
  of(
    index: RepositoryIndex,
    cluster: string,
    ref: ObjectRef,
    view: ClusterView | undefined,
  ): Place[] {
    const objects = this.#objects.get(this.#at(index, cluster));
    let refs: ObjectRef[] = [ref];
    for (let step = 0; step < MOST_OWNERS && refs.length > 0; step++) {
      const found = refs.flatMap(one => [
        ...(objects?.get(key(one))?.values() ?? []),
      ]);
      if (found.length > 0) return found;
      refs = refs.flatMap(one => {
        const read = view?.get(one);
        if (read?.state !== 'read') return [];
        // The owner of a namespaced object may be cluster-wide.
        return [
          ...owners(read.object, one.namespace),
          ...owners(read.object, undefined),
        ];
      });
    }
    return [];
  }

  #at(index: RepositoryIndex, cluster: string): string {
    return `${index.config.name} ${cluster}`;
  }
}
