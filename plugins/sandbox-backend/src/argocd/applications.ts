import { JsonObject } from '@backstage/types';
import { KubeClient } from '../kubernetes/client';
import { isMap, KubeObject, mapAt } from '../kubernetes/objects';
import { DesiredState } from './desiredState';
import { ARGO_API, ARGO_NAMESPACE, SYNC_MANAGER } from './types';

const SET_MANAGER = 'argocd-applicationset-controller';

/** Applications and sets of the repository, as objects of the Argo cluster. */
export class ApplicationObjects {
  readonly #client: KubeClient;
  /** What was written last: a change by hand stays until Git changes. */
  readonly #written = new Map<string, string>();

  constructor(client: KubeClient) {
    this.#client = client;
  }

  /** Makes the objects what the repository says, and removes those it dropped. */
  async write(state: DesiredState): Promise<void> {
    const sets = new Map<string, KubeObject | undefined>();
    for (const { object, name, namespace } of state.applicationSets) {
      const metadata = isMap(object.metadata) ? object.metadata : {};
      sets.set(
        name,
        await this.#writeOne(
          `ApplicationSet/${name}`,
          { ...object, metadata: { ...metadata, namespace } },
          SYNC_MANAGER,
        ),
      );
    }
    const wanted = new Set<string>();
    for (const application of state.layout.applications) {
      wanted.add(application.name);
      const set = application.applicationSet;
      const owner =
        set === undefined ? undefined : await this.#owner(set, sets.get(set));
      await this.#writeOne(
        `Application/${application.name}`,
        {
          apiVersion: ARGO_API,
          kind: 'Application',
          metadata: {
            name: application.name,
            namespace: application.ownNamespace ?? ARGO_NAMESPACE,
            ...(Object.keys(application.labels).length > 0
              ? { labels: { ...application.labels } }
              : {}),
            ...(owner ? { ownerReferences: [owner] } : {}),
          },
          spec: structuredClone(application.spec) as JsonObject,
        },
        set === undefined ? SYNC_MANAGER : SET_MANAGER,
      );
    }
    await this.#removeOthers(wanted);
  }

  async list(): Promise<KubeObject[]> {
    return this.#client.list(ARGO_API, 'Application', {
      namespace: ARGO_NAMESPACE,
    });
  }

  async #writeOne(
    key: string,
    object: JsonObject,
    manager: string,
  ): Promise<KubeObject | undefined> {
    const text = JSON.stringify(object);
    if (this.#written.get(key) === text) return undefined;
    const written = await this.#client.apply(object, { manager, force: true });
    this.#written.set(key, text);
    return written;
  }

  async #owner(
    name: string,
    written: KubeObject | undefined,
  ): Promise<JsonObject | undefined> {
    const set =
      written ??
      (await this.#client.get({
        apiVersion: ARGO_API,
        kind: 'ApplicationSet',
        namespace: ARGO_NAMESPACE,
        name,
      }));
    if (!set?.metadata.uid) return undefined;
    return {
      apiVersion: ARGO_API,
      kind: 'ApplicationSet',
      name,
      uid: set.metadata.uid,
      controller: true,
      blockOwnerDeletion: true,
    };
  }

  async #removeOthers(wanted: ReadonlySet<string>): Promise<void> {
    for (const key of [...this.#written.keys()]) {
      const [kind, name] = key.split('/');
      if (kind !== 'Application' || wanted.has(name)) continue;
      await this.#client.delete({
        apiVersion: ARGO_API,
        kind,
        namespace: ARGO_NAMESPACE,
        name,
      });
      this.#written.delete(key);
    }
  }
}

/** The automated sync policy of an Application, if it has one. */
export function automation(
  application: KubeObject,
): { prune: boolean; selfHeal: boolean } | undefined {
  const automated = mapAt(application, 'spec', 'syncPolicy', 'automated');
  if (!automated || automated.enabled === false) return undefined;
  return {
    prune: automated.prune === true,
    selfHeal: automated.selfHeal === true,
  };
}
