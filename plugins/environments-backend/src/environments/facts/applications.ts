import {
  getKey,
  isList,
  Json,
  JsonObject,
  LayoutApplication,
} from '@stagecraft/engine';
import { ClusterView, LiveRead, metadataText } from '../../clusters';
import { ApplicationFacts, ArgoSays } from './types';

/** The kind that Argo CD keeps its Applications in. */
export const APPLICATION = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
} as const;

const COMMIT = /^[0-9a-f]{40}$/;

function at(object: JsonObject, ...keys: string[]): Json | undefined {
  let value: Json | undefined = object;
  for (const key of keys) value = getKey(value, key);
  return value;
}

/** A string below an object, e.g. `status.sync.status`. */
export function textAt(
  object: JsonObject,
  ...keys: string[]
): string | undefined {
  const value = at(object, ...keys);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function commitOf(value: Json | undefined): string | undefined {
  const several = getKey(value, 'revisions');
  const all = [getKey(value, 'revision'), ...(isList(several) ? several : [])];
  return all.find(
    (id): id is string => typeof id === 'string' && COMMIT.test(id),
  );
}

/**
 * The commit that is deployed. `status.sync.revision` is only what was last
 * compared with, so it counts while the Application is Synced; else the newest
 * entry of the history does.
 */
export function syncedCommit(application: JsonObject): string | undefined {
  const sync = at(application, 'status', 'sync');
  if (getKey(sync, 'status') === 'Synced') {
    const compared = commitOf(sync);
    if (compared) return compared;
  }
  const history = at(application, 'status', 'history');
  return isList(history) ? commitOf(history.at(-1)) : undefined;
}

/** The Application object, in whichever cluster Argo CD keeps it. */
export function findApplication(
  application: Pick<LayoutApplication, 'name' | 'ownNamespace'>,
  clusters: readonly ClusterView[],
): { live: LiveRead; cluster?: ClusterView } {
  let answered = false;
  let reason = 'No cluster is configured.';
  for (const cluster of clusters) {
    const object = cluster
      .list(APPLICATION)
      .find(
        item =>
          metadataText(item, 'name') === application.name &&
          (application.ownNamespace === undefined ||
            metadataText(item, 'namespace') === application.ownNamespace),
      );
    const state = cluster.kindState(APPLICATION);
    if (object) {
      const staleSince = state.state === 'stale' ? state.since : undefined;
      return { live: { state: 'read', object, staleSince }, cluster };
    }
    if (state.state === 'live') answered = true;
    else if ('reason' in state && state.reason) reason = state.reason;
  }
  return {
    live: answered ? { state: 'missing' } : { state: 'unreadable', reason },
  };
}

/** What Argo CD says of one resource in its Application's status. */
export function argoSays(
  application: ApplicationFacts | undefined,
  resource: { group: string; kind: string; namespace?: string; name: string },
): ArgoSays | undefined {
  if (application?.live.state !== 'read') return undefined;
  const resources = at(application.live.object, 'status', 'resources');
  for (const item of isList(resources) ? resources : []) {
    if (
      getKey(item, 'kind') === resource.kind &&
      getKey(item, 'name') === resource.name &&
      (getKey(item, 'group') ?? '') === resource.group &&
      (getKey(item, 'namespace') ?? '') === (resource.namespace ?? '')
    ) {
      const health = getKey(getKey(item, 'health'), 'status');
      const sync = getKey(item, 'status');
      return {
        health: typeof health === 'string' ? health : undefined,
        sync: typeof sync === 'string' ? sync : undefined,
      };
    }
  }
  return undefined;
}
