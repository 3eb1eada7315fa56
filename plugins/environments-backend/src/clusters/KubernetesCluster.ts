import { getKey, isList, isObject, JsonObject } from '@stagecraft/engine';
import { clusterErrorOf } from './ClusterError';
import { Discovery } from './Discovery';
import { KindWatch } from './KindWatch';
import { ClusterConnection } from './KubernetesConnection';
import { composedRefs, kindKey } from './objects';
import {
  ClusterChange,
  ClusterStateView,
  EventsRead,
  GroupVersionKind,
  LiveRead,
  ObjectRef,
  ReadState,
  WatchedCluster,
} from './types';

/** A cluster whose named kinds, and what Crossplane makes for them, are watched. */
export class KubernetesCluster implements WatchedCluster {
  readonly name: string;
  readonly #connection: ClusterConnection;
  readonly #discovery: Discovery;
  readonly #onChange: (change: ClusterChange) => void;
  readonly #watches = new Map<string, KindWatch>();
  #named = new Set<string>();

  private constructor(
    name: string,
    connection: ClusterConnection,
    onChange: (change: ClusterChange) => void,
  ) {
    this.name = name;
    this.#connection = connection;
    this.#discovery = new Discovery(connection);
    this.#onChange = onChange;
  }

  static create(options: {
    name: string;
    connection: ClusterConnection;
    onChange: (change: ClusterChange) => void;
  }): KubernetesCluster {
    return new KubernetesCluster(
      options.name,
      options.connection,
      options.onChange,
    );
  }

  setKinds(kinds: Iterable<GroupVersionKind>): void {
    const wanted = new Map([...kinds].map(kind => [kindKey(kind), kind]));
    for (const key of this.#named) {
      if (!wanted.has(key)) {
        this.#watches.get(key)?.stop();
        this.#watches.delete(key);
      }
    }
    this.#named = new Set(wanted.keys());
    for (const kind of wanted.values()) this.#watch(kind);
  }

  stop(): void {
    for (const watch of this.#watches.values()) watch.stop();
    this.#watches.clear();
    this.#named.clear();
  }

  kindState(kind: GroupVersionKind): ReadState {
    return this.#watches.get(kindKey(kind))?.state() ?? { state: 'never' };
  }

  get(ref: ObjectRef): LiveRead {
    const watch = this.#watches.get(kindKey(ref));
    return watch
      ? watch.get(ref.namespace, ref.name)
      : { state: 'unreadable', reason: `${ref.kind} is not watched.` };
  }

  list(kind: GroupVersionKind): readonly JsonObject[] {
    return this.#watches.get(kindKey(kind))?.list() ?? [];
  }

  state(): ClusterStateView & { at?: string } {
    const states = [...this.#watches.values()].map(watch => watch.state());
    const live = states.flatMap(s => (s.state === 'live' ? [s.at] : []));
    const stale = states.flatMap(s => (s.state === 'stale' ? [s] : []));
    if (stale.length > 0) {
      const [oldest] = stale.sort((a, b) => (a.since < b.since ? -1 : 1));
      return {
        name: this.name,
        state: 'stale',
        since: oldest.since,
        at: oldest.since,
        error: oldest.reason,
      };
    }
    if (live.length > 0) {
      return { name: this.name, state: 'live', at: live.sort().at(-1) };
    }
    const reasons = states.flatMap(s => ('reason' in s && s.reason) || []);
    return { name: this.name, state: 'never', error: reasons[0] };
  }

  async events(ref: ObjectRef & { uid?: string }): Promise<EventsRead> {
    const namespace = ref.namespace ?? 'default';
    const selector = [
      `involvedObject.name=${ref.name}`,
      `involvedObject.kind=${ref.kind}`,
      ...(ref.uid ? [`involvedObject.uid=${ref.uid}`] : []),
    ].join(',');
    try {
      const answer = await this.#connection.get(
        `/api/v1/namespaces/${encodeURIComponent(namespace)}/events`,
        { fieldSelector: selector, limit: '100' },
      );
      const items = getKey(answer, 'items');
      return {
        state: 'read',
        items: isList(items) ? items.filter(isObject) : [],
      };
    } catch (error) {
      return { state: 'unreadable', reason: clusterErrorOf(error).message };
    }
  }

  #watch(kind: GroupVersionKind): void {
    const key = kindKey(kind);
    if (this.#watches.has(key)) return;
    const watch = new KindWatch({
      kind,
      connection: this.#connection,
      discovery: this.#discovery,
      listener: { changed: ref => this.#changed(kind, ref) },
    });
    this.#watches.set(key, watch);
    watch.start();
  }

  #changed(kind: GroupVersionKind, ref?: ObjectRef): void {
    if (ref) {
      const read = this.get(ref);
      if (read.state === 'read') {
        for (const composed of composedRefs(read.object)) this.#watch(composed);
      }
    }
    if (this.#watches.has(kindKey(kind))) {
      this.#onChange({ cluster: this.name, ref });
    }
  }
}
