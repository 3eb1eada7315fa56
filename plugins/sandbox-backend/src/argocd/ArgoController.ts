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
import { ApplicationObjects, automation } from './applications';
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
import { decideSync, SyncDecision } from './decideSync';
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
/** What is to be retried or healed waits at least this long. */
const UNSETTLED_MS = 500;

function wantedText(targets: readonly Target[]): string {
  return JSON.stringify(targets.map(one => one.object));
}

/** A failed sync is tried again, and a healing application healed. */
function wantsAnotherLook(
  application: KubeObject,
  status: JsonObject,
): boolean {
  if (textAt(status, 'sync', 'status') === 'Synced') return false;
  const phase =
    textAt(status, 'operationState', 'phase') ??
    textAt(application, 'status', 'operationState', 'phase');
  const automated = automation(application);
  return automated !== undefined && (automated.selfHeal || phase === 'Failed');
}

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

  /**
   * Looks at everything once and does what is to be done. Says after how many
   * milliseconds something that is out of sync is to be looked at again.
   */
  async reconcile(): Promise<number | undefined> {
    await this.#install();
    const state = await this.#options.reader.read();
    if (!state) return undefined;
    let unsettled = false;
    await this.#objects.write(state);
    const known = new Set(state.layout.applications.map(one => one.name));
    for (const application of await this.#objects.list()) {
      if (!known.has(application.metadata.name)) continue;
      try {
        unsettled = (await this.#reconcileOne(application, state)) || unsettled;
      } catch (error) {
        this.#options.logger.warn(
          `Application ${application.metadata.name} could not be reconciled`,
          error as Error,
        );
        unsettled = true;
      }
    }
    return unsettled ? UNSETTLED_MS : undefined;
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

  /** Says whether the application wants another look soon. */
  async #reconcileOne(
    application: KubeObject,
    state: DesiredState,
  ): Promise<boolean> {
    const { name } = application.metadata;
    const desired = state.desired(name);
    const cluster =
      state.layout.applications.find(one => one.name === name)?.cluster ?? '';
    const destination = this.#options.destination(cluster);
    if (desired.state === 'failed') {
      await this.#fail(application, desired.message);
      return false;
    }
    if (destination.state === 'refused') {
      await this.#fail(application, destination.message);
      return false;
    }
    const { client } = destination;
    const { targets } = desired;
    let compared = await this.#compare(application, targets, client);
    const decision = decideSync(application, {
      compared,
      commit: state.commit,
      changed: this.#attempted.get(name) !== wantedText(targets),
      now: this.#now(),
    });
    let synced: JsonObject = {};
    if (decision) {
      this.#attempted.set(name, wantedText(targets));
      synced = await this.#sync(application, {
        compared,
        commit: state.commit,
        client,
        decision,
      });
      compared = await this.#compare(application, targets, client);
    }
    const status = {
      ...comparedStatus(application, compared, state.commit, this.#now()),
      ...synced,
    };
    await this.#write(application, status, decision !== undefined);
    return wantsAnotherLook(application, status);
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

  #fail(application: KubeObject, message: string): Promise<void> {
    return this.#write(
      application,
      failedStatus(application, message, this.#now()),
    );
  }

  /** Syncs, and returns what the status says of it. */
  async #sync(
    application: KubeObject,
    options: {
      compared: readonly Compared[];
      commit: string;
      client: KubeClient;
      decision: SyncDecision;
    },
  ): Promise<JsonObject> {
    const { compared, commit, client, decision } = options;
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
    const run: SyncRun = {
      commit,
      results,
      operation: decision.operation,
      startedAt,
      finishedAt: this.#now(),
    };
    const failed = results.some(one => one.status === 'SyncFailed');
    return {
      operationState: operationState(application, run),
      ...(failed ? {} : { history: withHistory(application, run) }),
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
