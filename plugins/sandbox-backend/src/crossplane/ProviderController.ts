import { JsonObject } from '@backstage/types';
import {
  isConflict,
  KubeClient,
  recordEvent,
  refOf,
} from '../kubernetes/client';
import {
  KubeObject,
  sameJson,
  listAt,
  timestamp,
  valueAt,
} from '../kubernetes/objects';
import { hasCondition, NewCondition, withConditions } from './conditions';
import {
  COMPOSITION_API,
  EXTERNAL_NAME,
  MANAGED_FINALIZER,
  PAUSED,
  PROVIDER_MANAGER,
} from './constants';
import { isManagedApi } from './crds';
import { ControllerOptions } from './DefinitionController';
import { composedKinds } from './renderComposition';

export interface ProviderOptions extends ControllerOptions {
  /** How long a managed resource takes to become ready. */
  readonly readyAfterMs: number;
  /** Most read replicas that the cluster's cloud account allows. */
  readonly maxReplicas: number;
}

const SYNCED: NewCondition = {
  type: 'Synced',
  status: 'True',
  reason: 'ReconcileSuccess',
};

/** What a provider of Crossplane does with managed resources, without a cloud. */
export class ProviderController {
  readonly #options: ProviderOptions;
  readonly #client: KubeClient;
  readonly #seen = new Map<string, number>();
  #nextReadyMs: number | undefined;

  constructor(options: ProviderOptions) {
    this.#options = options;
    this.#client = options.client;
  }

  /** Says after how many milliseconds the next resource becomes ready. */
  async reconcile(): Promise<number | undefined> {
    this.#nextReadyMs = undefined;
    for (const { apiVersion, kind } of await this.#kinds()) {
      for (const managed of await this.#client.list(apiVersion, kind)) {
        try {
          await this.#reconcileOne(managed);
        } catch (error) {
          if (!isConflict(error)) throw error;
        }
      }
    }
    return this.#nextReadyMs;
  }

  async #kinds(): Promise<Array<{ apiVersion: string; kind: string }>> {
    const compositions = await this.#client.list(
      COMPOSITION_API,
      'Composition',
    );
    const kinds = new Map(
      compositions
        .flatMap(composedKinds)
        .filter(one => isManagedApi(one.apiVersion))
        .map(one => [`${one.apiVersion}/${one.kind}`, one]),
    );
    return [...kinds.values()];
  }

  async #reconcileOne(managed: KubeObject): Promise<void> {
    const { metadata } = managed;
    if (metadata.annotations?.[PAUSED] === 'true') {
      await this.#report(managed, [
        { type: 'Synced', status: 'False', reason: 'ReconcilePaused' },
      ]);
      return;
    }
    if (metadata.deletionTimestamp) {
      await this.#delete(managed);
      return;
    }
    const adopted = await this.#adopt(managed);
    const refusal = this.#refusal(adopted);
    if (refusal) {
      await recordEvent(this.#client, adopted, {
        type: 'Warning',
        reason: 'CannotCreateExternalResource',
        message: refusal,
        component: `managed/${adopted.kind.toLowerCase()}`,
        now: this.#options.now(),
      });
      await this.#report(adopted, [
        {
          type: 'Synced',
          status: 'False',
          reason: 'ReconcileError',
          message: `create failed: ${refusal}`,
        },
        ...(hasCondition(adopted, 'Ready', 'True')
          ? []
          : [{ type: 'Ready', status: 'False', reason: 'Creating' } as const]),
      ]);
      return;
    }
    await this.#report(adopted, [SYNCED, this.#readiness(adopted)]);
  }

  async #adopt(managed: KubeObject): Promise<KubeObject> {
    const { metadata } = managed;
    if (metadata.finalizers?.includes(MANAGED_FINALIZER)) return managed;
    const now = timestamp(this.#options.now());
    return this.#client.update(
      {
        ...managed,
        metadata: {
          ...metadata,
          finalizers: [...(metadata.finalizers ?? []), MANAGED_FINALIZER],
          annotations: {
            ...metadata.annotations,
            [EXTERNAL_NAME]:
              metadata.annotations?.[EXTERNAL_NAME] ?? metadata.name,
            'crossplane.io/external-create-pending': now,
            'crossplane.io/external-create-succeeded': now,
          },
        },
      } as KubeObject,
      { manager: PROVIDER_MANAGER },
    );
  }

  #refusal(managed: KubeObject): string | undefined {
    const asked = valueAt(managed, 'spec', 'forProvider', 'maxCapacity');
    const { maxReplicas } = this.#options;
    return typeof asked === 'number' && asked > maxReplicas
      ? `LimitExceededException: the account allows ${maxReplicas} database nodes, ${asked} were asked for`
      : undefined;
  }

  #readiness(managed: KubeObject): NewCondition {
    if (hasCondition(managed, 'Ready', 'True')) {
      return { type: 'Ready', status: 'True', reason: 'Available' };
    }
    const now = this.#options.now().getTime();
    const uid = managed.metadata.uid ?? '';
    const since = this.#seen.get(uid) ?? now;
    this.#seen.set(uid, since);
    const left = this.#options.readyAfterMs - (now - since);
    if (left <= 0)
      return { type: 'Ready', status: 'True', reason: 'Available' };
    this.#nextReadyMs = Math.min(left, this.#nextReadyMs ?? left);
    return { type: 'Ready', status: 'False', reason: 'Creating' };
  }

  async #delete(managed: KubeObject): Promise<void> {
    this.#seen.delete(managed.metadata.uid ?? '');
    const finalizers = (managed.metadata.finalizers ?? []).filter(
      one => one !== MANAGED_FINALIZER,
    );
    await this.#client.update(
      {
        ...managed,
        metadata: { ...managed.metadata, finalizers },
      } as KubeObject,
      { manager: PROVIDER_MANAGER },
    );
  }

  async #report(
    managed: KubeObject,
    conditions: NewCondition[],
  ): Promise<void> {
    const next = withConditions(managed, conditions, this.#options.now());
    if (sameJson(next, listAt(managed, 'status', 'conditions'))) return;
    const status: JsonObject = { conditions: next };
    if (hasCondition({ ...managed, status } as KubeObject, 'Ready', 'True')) {
      status.atProvider = { id: managed.metadata.name };
    }
    await this.#client.patch(
      refOf(managed),
      { status },
      { manager: PROVIDER_MANAGER, subresource: 'status' },
    );
  }
}
