import { JsonObject } from '@backstage/types';
import { KubeClient, KubeError, refOf } from '../kubernetes/client';
import { isMap, KubeObject, sameJson } from '../kubernetes/objects';
import { argoHealth } from './argoHealth';
import {
  Compared,
  ResourceStatus,
  SYNC_MANAGER,
  Target,
  TRACKING_ID,
} from './types';

/** The mark by which Argo CD knows its own objects. */
export function trackingId(application: string, target: Target): string {
  const { group, kind, namespace = '', name } = target;
  return `${application}:${group}/${kind}:${namespace}/${name}`;
}

/** What is sent to the cluster: the manifest with the mark on it. */
export function configurationOf(
  application: string,
  target: Target,
): JsonObject {
  const metadata = isMap(target.object.metadata) ? target.object.metadata : {};
  const annotations = isMap(metadata.annotations) ? metadata.annotations : {};
  const { status: _, ...object } = target.object;
  return {
    ...object,
    metadata: {
      ...metadata,
      ...(target.namespace ? { namespace: target.namespace } : {}),
      annotations: {
        ...annotations,
        [TRACKING_ID]: trackingId(application, target),
      },
    },
  };
}

function content(object: KubeObject): JsonObject {
  const {
    managedFields: _m,
    resourceVersion: _v,
    generation: _g,
    ...metadata
  } = object.metadata;
  return { ...object, metadata };
}

interface Verdict {
  readonly resourceVersion: string | undefined;
  readonly target: Target;
  readonly synced: boolean;
}

/**
 * Compares what an application wants with a cluster, as server-side diff does:
 * a resource is in sync if applying it would change nothing.
 */
export class Comparer {
  /** Last verdicts: nothing is asked again while both sides are the same. */
  readonly #verdicts = new Map<string, Verdict>();

  async compare(
    application: string,
    targets: readonly Target[],
    known: readonly ResourceStatus[],
    client: KubeClient,
  ): Promise<Compared[]> {
    const compared: Compared[] = [];
    const wanted = new Set<string>();
    for (const target of targets) {
      wanted.add(trackingId(application, target));
      compared.push(await this.#compareTarget(application, target, client));
    }
    for (const resource of known) {
      const id = trackingId(application, {
        ...resource,
        group: resource.group ?? '',
        object: {},
      });
      if (wanted.has(id)) continue;
      const live = await tracked(resource, id, client);
      if (!live) continue;
      const { requiresPruning: _, ...rest } = resource;
      compared.push({
        live,
        status: { ...rest, status: 'OutOfSync', requiresPruning: true },
      });
    }
    return compared;
  }

  async #compareTarget(
    application: string,
    target: Target,
    client: KubeClient,
  ): Promise<Compared> {
    const { group, version, kind, namespace, name } = target;
    const config = configurationOf(application, target);
    const served = await client.serves(String(config.apiVersion), kind);
    const live = served ? await client.get(refOf(config)) : undefined;
    const synced =
      live !== undefined &&
      (await this.#isSynced(application, target, config, live, client));
    const health = argoHealth(group, kind, live);
    return {
      target,
      live,
      status: {
        ...(group ? { group } : {}),
        version,
        kind,
        ...(namespace ? { namespace } : {}),
        name,
        status: synced ? 'Synced' : 'OutOfSync',
        ...(health ? { health } : {}),
      },
    };
  }

  async #isSynced(
    application: string,
    target: Target,
    config: JsonObject,
    live: KubeObject,
    client: KubeClient,
  ): Promise<boolean> {
    const key = trackingId(application, target);
    const last = this.#verdicts.get(key);
    const { resourceVersion } = live.metadata;
    if (last?.resourceVersion === resourceVersion && last?.target === target) {
      return last.synced;
    }
    let synced = false;
    try {
      const predicted = await client.apply(config, {
        manager: SYNC_MANAGER,
        force: true,
        dryRun: true,
      });
      synced = sameJson(content(predicted), content(live));
    } catch (error) {
      if (!(error instanceof KubeError)) throw error;
    }
    this.#verdicts.set(key, { resourceVersion, target, synced });
    return synced;
  }
}

/** A live object that this application made, if it is still there. */
async function tracked(
  resource: ResourceStatus,
  id: string,
  client: KubeClient,
): Promise<KubeObject | undefined> {
  const apiVersion = resource.group
    ? `${resource.group}/${resource.version}`
    : resource.version;
  if (!(await client.serves(apiVersion, resource.kind))) return undefined;
  const live = await client.get({ ...resource, apiVersion });
  return live?.metadata.annotations?.[TRACKING_ID] === id ? live : undefined;
}
