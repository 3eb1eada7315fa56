import { KubeObject } from './objects';

/** One change of a stored object. */
export interface StoreEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** Plural and group of the object's kind, e.g. `deployments.apps`. */
  readonly collection: string;
  readonly object: KubeObject;
  /** What the object was before, for watchers that select by labels. */
  readonly previous?: KubeObject;
  readonly version: number;
}

export type StoreListener = (event: StoreEvent) => void;

/** How many changes a watch can catch up on. */
const LOG_SIZE = 5_000;

function objectKey(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}

/**
 * The objects of one cluster, in memory, with one counter of versions for all
 * of them, as etcd has it.
 */
export class Store {
  readonly #collections = new Map<string, Map<string, KubeObject>>();
  readonly #listeners = new Set<StoreListener>();
  #log: StoreEvent[] = [];
  #version = 1;
  #forgotten = 0;

  get version(): number {
    return this.#version;
  }

  get(
    collection: string,
    namespace: string | undefined,
    name: string,
  ): KubeObject | undefined {
    return this.#collections.get(collection)?.get(objectKey(namespace, name));
  }

  /** The objects of a kind, by namespace and name. */
  list(collection: string, namespace?: string): KubeObject[] {
    const objects = this.#collections.get(collection);
    if (!objects) return [];
    const keys = [...objects.keys()]
      .filter(key => namespace === undefined || key.startsWith(`${namespace}/`))
      .sort();
    return keys.map(key => objects.get(key) as KubeObject);
  }

  /** All objects of a namespace, whatever their kind. */
  *inNamespace(namespace: string): Iterable<[string, KubeObject]> {
    for (const [collection, objects] of this.#collections) {
      for (const object of objects.values()) {
        if (object.metadata.namespace === namespace) yield [collection, object];
      }
    }
  }

  /** Keeps an object under its next version and tells the watchers. */
  put(collection: string, object: KubeObject): KubeObject {
    const { namespace, name } = object.metadata;
    const key = objectKey(namespace, name);
    const objects = this.#collections.get(collection) ?? new Map();
    this.#collections.set(collection, objects);
    const previous = objects.get(key);
    const version = ++this.#version;
    const stored: KubeObject = {
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(version) },
    } as KubeObject;
    objects.set(key, stored);
    this.#tell({
      type: previous ? 'MODIFIED' : 'ADDED',
      collection,
      object: stored,
      previous,
      version,
    });
    return stored;
  }

  /** Forgets an object and tells the watchers. */
  remove(collection: string, object: KubeObject): void {
    const { namespace, name } = object.metadata;
    const objects = this.#collections.get(collection);
    const previous = objects?.get(objectKey(namespace, name));
    if (!previous) return;
    objects?.delete(objectKey(namespace, name));
    const version = ++this.#version;
    this.#tell({
      type: 'DELETED',
      collection,
      object: {
        ...previous,
        metadata: { ...previous.metadata, resourceVersion: String(version) },
      } as KubeObject,
      previous,
      version,
    });
  }

  /** The changes after a version, or undefined if they are no longer known. */
  since(version: number): StoreEvent[] | undefined {
    // A version of the future is of a store that is no more.
    if (version < this.#forgotten || version > this.#version) return undefined;
    return this.#log.filter(event => event.version > version);
  }

  /** Forgets all changes up to now, as a compaction does. */
  compact(): void {
    this.#log = [];
    this.#forgotten = this.#version;
  }

  subscribe(listener: StoreListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(event: StoreEvent): void {
    this.#log.push(event);
    if (this.#log.length > LOG_SIZE * 2) {
      const dropped = this.#log.splice(0, LOG_SIZE);
      this.#forgotten = dropped[dropped.length - 1].version;
    }
    for (const listener of [...this.#listeners]) listener(event);
  }
}
