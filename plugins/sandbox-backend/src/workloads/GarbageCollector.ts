import { Cluster, KubeClient, LocalTransport, refOf } from '../kubernetes';
import { isConflict } from '../kubernetes/client';
import { KubeObject } from '../kubernetes/objects';

const MANAGER = 'kube-controller-manager';

/**
 * Deletes what has lost its owner and what lives in a namespace that goes away,
 * and lets go of owners that wait for what they own.
 */
export class GarbageCollector {
  readonly #cluster: Cluster;
  readonly #client: KubeClient;
  #due = true;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#client = new KubeClient(new LocalTransport(cluster, MANAGER));
    cluster.store.subscribe(event => {
      if (event.type === 'DELETED' || event.object.metadata.deletionTimestamp) {
        this.#due = true;
      }
    });
  }

  async reconcile(): Promise<undefined> {
    if (!this.#due) return undefined;
    this.#due = false;
    const objects = this.#objects();
    const alive = new Set(objects.map(object => object.metadata.uid));
    const waiting = new Set(
      objects
        .filter(object =>
          object.metadata.finalizers?.includes('foregroundDeletion'),
        )
        .map(object => object.metadata.uid),
    );
    for (const object of objects) {
      const owners = object.metadata.ownerReferences ?? [];
      const orphaned =
        owners.length > 0 && !owners.some(owner => alive.has(owner.uid));
      const first = owners.some(owner => waiting.has(owner.uid));
      if (!object.metadata.deletionTimestamp && (orphaned || first)) {
        await this.#client.delete(refOf(object));
      }
    }
    for (const owner of objects) await this.#release(owner);
    for (const namespace of this.#cluster.store.list('namespaces')) {
      if (namespace.metadata.deletionTimestamp) await this.#empty(namespace);
    }
    return undefined;
  }

  #objects(): KubeObject[] {
    return this.#cluster.registry
      .all()
      .filter(resource => resource.version === resource.storageVersion)
      .flatMap(resource => this.#cluster.list(resource));
  }

  /** Takes the garbage collector's own finalizers off once they are satisfied. */
  async #release(owner: KubeObject): Promise<void> {
    const finalizers = owner.metadata.finalizers ?? [];
    if (!owner.metadata.deletionTimestamp || finalizers.length === 0) return;
    const held = this.#objects().some(object =>
      object.metadata.ownerReferences?.some(
        one => one.uid === owner.metadata.uid,
      ),
    );
    const kept = finalizers.filter(
      one => one !== 'orphan' && (one !== 'foregroundDeletion' || held),
    );
    if (kept.length === finalizers.length) return;
    try {
      const live = await this.#client.get(refOf(owner));
      if (!live) return;
      await this.#client.update(
        {
          ...live,
          metadata: { ...live.metadata, finalizers: kept },
        } as KubeObject,
        { manager: MANAGER },
      );
    } catch (error) {
      if (!isConflict(error)) throw error;
      this.#due = true;
    }
  }

  async #empty(namespace: KubeObject): Promise<void> {
    const { name } = namespace.metadata;
    const inside = [...this.#cluster.store.inNamespace(name)];
    for (const [, object] of inside) {
      if (!object.metadata.deletionTimestamp)
        await this.#client.delete(refOf(object));
    }
    if ([...this.#cluster.store.inNamespace(name)].length === 0) {
      this.#cluster.store.remove('namespaces', namespace);
    }
  }
}
