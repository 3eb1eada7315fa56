import { LoggerService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { KubeClient, refOf } from '../kubernetes/client';
import {
  KubeObject,
  listAt,
  mapAt,
  textAt,
  timestamp,
} from '../kubernetes/objects';
import { ApplicationObjects } from './applications';
import {
  comparedStatus,
  failedStatus,
  operationState,
  resourcesOf,
  saysNothingNew,
  SyncRun,
  withHistory,
} from './applicationStatus';
import { Comparer } from './compareResources';
import { ARGO_CRDS } from './crds';
import { decideSync } from './decideSync';
import { DesiredState, DesiredStateReader } from './desiredState';
import { syncResources } from './syncResources';
import {
  ARGO_API,
  ARGO_NAMESPACE,
  Compared,
  REFRESH,
  STATUS_MANAGER,
  SYNC_MANAGER,
  Target,
} from './types';

/** The client of a destination, or why it cannot be reached. */
export type Destination =
  | { readonly state: 'reached'; readonly client: KubeClient }
  | { readonly state: 'refused'; readonly message: string };

export interface ArgoControllerOptions {
  readonly reader: DesiredStateReader;
  /** The cluster that holds the Applications. */
  readonly client: KubeClient;
  destination(cluster: string): Destination;
  readonly logger: LoggerService;
  readonly now?: () => Date;
}

/** How often a status that says the same is written again, as Argo CD does. */
const RESYNC_MS = 180_000;

/** What Argo CD does with the repository and the clusters. */
export class ArgoController {
  readonly #options: ArgoControllerOptions;
  readonly #now: () => Date;
  readonly #objects: ApplicationObjects;
  readonly #comparer = new Comparer();
  /** What each application wanted when it was synced last. */
  readonly #attempted = new Map<string, string>();
  #installed = false;

  constructor(options: ArgoControllerOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    this.#objects = new ApplicationObjects(options.client);
  }

  /** Looks at everything once and does what is to be done. */
  async reconcile(): Promise<void> {
    await this.#install();
    const state = await this.#options.reader.read();
    if (!state) return;
    await this.#objects.write(state);
    const known = new Set(state.layout.applications.map(one => one.name));
    for (const application of await this.#objects.list()) {
      if (!known.has(application.metadata.name)) continue;
      try {
        await this.#reconcileOne(application, state);
      } catch (error) {
        this.#options.logger.warn(
          `Application ${application.metadata.name} could not be reconciled`,
          error as Error,
        );
      }
    }
  }

  async #install(): Promise<void> {
    if (this.#installed) return;
    const { client } = this.#options;
    const options = { manager: SYNC_MANAGER, force: true };
    for (const crd of ARGO_CRDS) await client.apply(crd, options);
    await client.apply(
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: ARGO_NAMESPACE },
      },
      options,
    );
    await client.apply(
      {
        apiVersion: ARGO_API,
        kind: 'AppProject',
        metadata: { name: 'default', namespace: ARGO_NAMESPACE },
        spec: {
          sourceRepos: ['*'],
          destinations: [{ namespace: '*', server: '*' }],
          clusterResourceWhitelist: [{ group: '*', kind: '*' }],
        },
      },
      options,
    );
    this.#installed = true;
  }

  async #reconcileOne(
    application: KubeObject,
    state: DesiredState,
  ): Promise<void> {
    const { name } = application.metadata;
    const desired = state.desired(name);
    const cluster =
      state.layout.applications.find(one => one.name === name)?.cluster ?? '';
    const destination = this.#options.destination(cluster);
    if (desired.state === 'failed') {
      await this.#write(
        application,
        failedStatus(application, desired.message, this.#now()),
      );
      return;
    }
    if (destination.state === 'refused') {
      await this.#write(
        application,
        failedStatus(application, destination.message, this.#now()),
      );
      return;
    }
    const { client } = destination;
    let compared = await this.#compare(application, desired.targets, client);
    const wanted = JSON.stringify(desired.targets.map(one => one.object));
    const decision = decideSync(application, {
      compared,
      commit: state.commit,
      changed: this.#attempted.get(name) !== wanted,
      now: this.#now(),
    });
    let synced: JsonObject = {};
    if (decision) {
      this.#attempted.set(name, wanted);
      const run = await this.#sync(
        application,
        compared,
        state.commit,
        client,
        decision,
      );
      synced = {
        operationState: operationState(application, run),
        ...(run.results.some(one => one.status === 'SyncFailed')
          ? {}
          : { history: withHistory(application, run) }),
      };
      compared = await this.#compare(application, desired.targets, client);
    }
    const status = comparedStatus(
      application,
      compared,
      state.commit,
      this.#now(),
    );
    await this.#write(
      application,
      { ...status, ...synced },
      decision !== undefined,
    );
  }

  #compare(
    application: KubeObject,
    targets: readonly Target[],
    client: KubeClient,
  ): Promise<Compared[]> {
    return this.#comparer.compare(
      application.metadata.name,
      targets,
      resourcesOf(application),
      client,
    );
  }

  async #sync(
    application: KubeObject,
    compared: readonly Compared[],
    commit: string,
    client: KubeClient,
    decision: { prune: boolean; operation: JsonObject },
  ): Promise<SyncRun> {
    const startedAt = this.#now();
    const createsNamespace = listAt(
      application,
      'spec',
      'syncPolicy',
      'syncOptions',
    ).includes('CreateNamespace=true');
    const results = await syncResources({
      application: application.metadata.name,
      compared,
      client,
      prune: decision.prune,
      createNamespace: createsNamespace
        ? textAt(application, 'spec', 'destination', 'namespace')
        : undefined,
    });
    return {
      commit,
      results,
      operation: decision.operation,
      startedAt,
      finishedAt: this.#now(),
    };
  }

  /** Writes the status if it is new, was asked for, or is due. */
  async #write(
    application: KubeObject,
    status: JsonObject,
    operated = false,
  ): Promise<void> {
    const refresh = application.metadata.annotations?.[REFRESH] !== undefined;
    const reconciledAt = textAt(application, 'status', 'reconciledAt');
    const due =
      this.#now().getTime() - Date.parse(reconciledAt ?? '1970-01-01') >
      RESYNC_MS;
    const asked = operated && mapAt(application, 'operation') !== undefined;
    if (!refresh && !due && !asked && saysNothingNew(application, status))
      return;
    await this.#options.client.patch(
      refOf(application),
      {
        ...(refresh ? { metadata: { annotations: { [REFRESH]: null } } } : {}),
        ...(asked ? { operation: null } : {}),
        status: { ...status, reconciledAt: timestamp(this.#now()) },
      },
      { manager: STATUS_MANAGER },
    );
  }
}
