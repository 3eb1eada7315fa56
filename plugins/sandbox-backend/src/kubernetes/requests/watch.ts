import { asVersion, collectionOf } from '../Cluster';
import { KubeObject } from '../objects';
import { StartWatch, WatchEvent } from '../Request';
import { StatusError } from '../status';
import { StoreEvent } from '../Store';
import { apiVersionOf } from '../types/Resource';
import { RequestContext } from './context';
import { fieldSelector, labelSelector } from './selectors';

/** As kube-apiserver: between half an hour and an hour without a timeout. */
const DEFAULT_TIMEOUT_SECONDS = 1_800;
const BOOKMARK_INTERVAL_MS = 60_000;

/** Turns a change into what a watcher with selectors sees of it. */
function eventFor(
  event: StoreEvent,
  matches: (object: KubeObject) => boolean,
): WatchEvent | undefined {
  const now = event.type !== 'DELETED' && matches(event.object);
  const before = event.previous !== undefined && matches(event.previous);
  if (now) return { type: before ? 'MODIFIED' : 'ADDED', object: event.object };
  return before ? { type: 'DELETED', object: event.object } : undefined;
}

/** GET on a collection with `watch`. */
export function watchObjects(context: RequestContext): StartWatch {
  const { cluster, resource, namespace, name, request } = context;
  const { query } = request;
  const labels = labelSelector(query.get('labelSelector'));
  const fields = fieldSelector(query.get('fieldSelector'));
  const collection = collectionOf(resource);
  const matches = (object: KubeObject) =>
    (namespace === undefined || object.metadata.namespace === namespace) &&
    (name === undefined || object.metadata.name === name) &&
    labels(object) &&
    fields(object);
  const version = query.get('resourceVersion') ?? '';
  if (!/^\d*$/.test(version)) {
    throw new StatusError(
      'BadRequest',
      `Invalid value: "${version}": resourceVersion`,
    );
  }
  const initialEvents = query.get('sendInitialEvents') === 'true';
  const fresh = version === '' || version === '0' || initialEvents;
  const bookmarks = query.get('allowWatchBookmarks') === 'true';

  return ({ event, end }) => {
    const { store } = cluster;
    const send = (change: StoreEvent) => {
      if (change.collection !== collection) return;
      const shown = eventFor(change, matches);
      if (shown)
        event({
          ...shown,
          object: asVersion(shown.object as KubeObject, resource),
        });
    };
    const bookmark = (annotations?: Record<string, string>) =>
      event({
        type: 'BOOKMARK',
        object: {
          kind: resource.kind,
          apiVersion: apiVersionOf(resource),
          metadata: {
            resourceVersion: String(store.version),
            ...(annotations ? { annotations } : {}),
          },
        },
      });
    if (fresh) {
      for (const object of cluster.list(resource, namespace)) {
        if (matches(object)) event({ type: 'ADDED', object });
      }
      if (initialEvents && bookmarks)
        bookmark({ 'k8s.io/initial-events-end': 'true' });
    } else {
      const missed = store.since(Number(version));
      if (!missed) {
        const gone = new StatusError(
          'Expired',
          `too old resource version: ${version} (${store.version})`,
        );
        event({ type: 'ERROR', object: gone.toStatus() });
        end();
        return () => {};
      }
      missed.forEach(send);
    }
    const unsubscribe = store.subscribe(send);
    const marks = bookmarks
      ? setInterval(bookmark, BOOKMARK_INTERVAL_MS)
      : undefined;
    const seconds = Number(
      query.get('timeoutSeconds') || DEFAULT_TIMEOUT_SECONDS,
    );
    const timers: { end?: NodeJS.Timeout } = {};
    const stop = () => {
      unsubscribe();
      clearInterval(marks);
      clearTimeout(timers.end);
    };
    timers.end = setTimeout(() => {
      if (bookmarks) bookmark();
      stop();
      end();
    }, seconds * 1_000);
    return stop;
  };
}
