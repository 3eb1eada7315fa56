import { setTimeout as sleep } from 'node:timers/promises';
import { getKey, isList, isObject, JsonObject } from '@stagecraft/engine';
import { ClusterError, clusterErrorOf } from './ClusterError';
import { Discovery } from './Discovery';
import { ClusterConnection, WatchEvent } from './KubernetesConnection';
import { metadataText, objectKey, refOf } from './objects';
import { GroupVersionKind, LiveRead, ObjectRef, ReadState } from './types';

const PAGE = '500';
const WATCH_SECONDS = 240;
/** A watch can die in silence, so everything is listed again now and then. */
const RELIST_MS = 12 * 60_000;
const BACKOFF_MS = { first: 500, most: 30_000 };
/** A definition may be installed any time: a kind that is not served is soon asked for again. */
const ABSENT_MS = 10_000;
/** A kind that is refused is asked for again this often. */
const DENIED_MS = 30_000;

/** What a kind's watch tells its cluster. */
export interface KindWatchListener {
  /** Without ref: the state of the kind changed. */
  changed(ref?: ObjectRef): void;
}

/** Holds the objects of one kind of a cluster: list, then watch, for as long as it is not stopped. */
export class KindWatch {
  readonly #kind: GroupVersionKind;
  readonly #connection: ClusterConnection;
  readonly #discovery: Discovery;
  readonly #listener: KindWatchListener;
  readonly #stop = new AbortController();
  #objects = new Map<string, JsonObject>();
  #state: ReadState = { state: 'never' };
  #version?: string;
  #listedAt = 0;

  constructor(options: {
    kind: GroupVersionKind;
    connection: ClusterConnection;
    discovery: Discovery;
    listener: KindWatchListener;
  }) {
    this.#kind = options.kind;
    this.#connection = options.connection;
    this.#discovery = options.discovery;
    this.#listener = options.listener;
  }

  start(): void {
    this.#run().catch(() => {});
  }

  stop(): void {
    this.#stop.abort();
  }

  state(): ReadState {
    return this.#state;
  }

  list(): JsonObject[] {
    return [...this.#objects.values()];
  }

  get(namespace: string | undefined, name: string): LiveRead {
    const state = this.#state;
    if (state.state === 'denied') {
      return { state: 'unreadable', reason: state.reason };
    }
    if (state.state === 'absent') return { state: 'missing' };
    const staleSince = state.state === 'stale' ? state.since : undefined;
    if (state.state === 'never') {
      return {
        state: 'unreadable',
        reason: state.reason ?? 'The cluster has not answered yet.',
      };
    }
    const object = this.#objects.get(objectKey(namespace, name));
    return object
      ? { state: 'read', object, staleSince }
      : { state: 'missing', staleSince };
  }

  async #run(): Promise<void> {
    let backoff = BACKOFF_MS.first;
    while (!this.#stop.signal.aborted) {
      let pause = 0;
      try {
        await this.#round();
        backoff = BACKOFF_MS.first;
      } catch (caught) {
        const error = clusterErrorOf(caught);
        this.#failed(error);
        if (error.type === 'gone') {
          pause = 0;
        } else if (error.type === 'denied') {
          pause = DENIED_MS;
        } else {
          const most = error.type === 'absent' ? ABSENT_MS : BACKOFF_MS.most;
          // Half of the time is chance, so that many watches do not return at once.
          pause = Math.min(backoff, most) * (0.5 + Math.random() / 2);
          backoff = Math.min(backoff * 2, most);
        }
      }
      await sleep(pause, undefined, {
        signal: this.#stop.signal,
        ref: false,
      }).catch(() => {});
    }
  }

  async #round(): Promise<void> {
    const served = await this.#discovery.find(this.#kind);
    if (!served) {
      this.#discovery.forget(this.#kind.apiVersion);
      throw new ClusterError('absent', `${this.#kind.kind} is not served`);
    }
    if (!this.#version || Date.now() - this.#listedAt > RELIST_MS) {
      await this.#list(served.path);
    }
    const query = {
      resourceVersion: this.#version ?? '',
      allowWatchBookmarks: 'true',
      timeoutSeconds: String(WATCH_SECONDS),
    };
    const events = await this.#connection.watch(
      served.path,
      query,
      this.#stop.signal,
    );
    this.#live();
    for await (const event of events) this.#receive(event);
    // A server that ends a watch at once must not be asked in a tight loop.
    await sleep(100, undefined, { ref: false });
  }

  async #list(path: string): Promise<void> {
    const found = new Map<string, JsonObject>();
    let next: string | undefined;
    let version: string | undefined;
    do {
      const query: Record<string, string> = { limit: PAGE };
      if (next) query.continue = next;
      const page = await this.#connection.get(path, query);
      const items = getKey(page, 'items');
      for (const item of isList(items) ? items : []) {
        if (isObject(item)) found.set(this.#keyOf(item), this.#typed(item));
      }
      version = metadataText(page, 'resourceVersion') ?? version;
      next = metadataText(page, 'continue');
    } while (next);

    const before = this.#objects;
    this.#objects = found;
    this.#version = version;
    this.#listedAt = Date.now();
    this.#live();
    for (const [key, object] of found) {
      const old = before.get(key);
      if (
        !old ||
        metadataText(old, 'resourceVersion') !==
          metadataText(object, 'resourceVersion')
      ) {
        this.#listener.changed(refOf(this.#kind, object));
      }
    }
    for (const [key, object] of before) {
      if (!found.has(key)) this.#listener.changed(refOf(this.#kind, object));
    }
  }

  #receive(event: WatchEvent): void {
    if (event.type === 'ERROR') {
      const code = getKey(event.object, 'code');
      throw ClusterError.fromResponse(
        typeof code === 'number' ? code : 500,
        JSON.stringify(event.object),
      );
    }
    this.#version =
      metadataText(event.object, 'resourceVersion') ?? this.#version;
    this.#live();
    if (event.type === 'BOOKMARK') return;
    const key = this.#keyOf(event.object);
    if (event.type === 'DELETED') this.#objects.delete(key);
    else this.#objects.set(key, this.#typed(event.object));
    this.#listener.changed(refOf(this.#kind, event.object));
  }

  #keyOf(object: JsonObject): string {
    return objectKey(
      metadataText(object, 'namespace'),
      metadataText(object, 'name') ?? '',
    );
  }

  /** Items of a list may come without their type. */
  #typed(object: JsonObject): JsonObject {
    return 'kind' in object && 'apiVersion' in object
      ? object
      : { ...this.#kind, ...object };
  }

  #live(): void {
    const before = this.#state.state;
    this.#state = { state: 'live', at: new Date().toISOString() };
    if (before !== 'live') this.#listener.changed();
  }

  #failed(error: ClusterError): void {
    if (error.type === 'gone') {
      this.#version = undefined;
      return;
    }
    const before = this.#state;
    const next = this.#stateAfter(error);
    this.#state = next;
    if (error.type !== 'unreachable') {
      this.#version = undefined;
      this.#objects = new Map();
    }
    if (before.state !== next.state) this.#listener.changed();
  }

  #stateAfter(error: ClusterError): ReadState {
    const before = this.#state;
    switch (error.type) {
      case 'denied':
        return { state: 'denied', reason: error.message };
      case 'absent':
        return { state: 'absent' };
      default:
        if (before.state === 'live') {
          return { state: 'stale', since: before.at, reason: error.message };
        }
        if (before.state === 'stale') return before;
        return { state: 'never', reason: error.message };
    }
  }
}
