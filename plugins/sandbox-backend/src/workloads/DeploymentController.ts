import { JsonObject } from '@backstage/types';
import { isConflict, KubeClient, refOf } from '../kubernetes/client';
import {
  KubeObject,
  mapAt,
  sameJson,
  timestamp,
  valueAt,
} from '../kubernetes/objects';
import { withConditions } from '../crossplane/conditions';

const MANAGER = 'kube-controller-manager';
const REVISION = 'deployment.kubernetes.io/revision';

export interface WorkloadOptions {
  readonly client: KubeClient;
  readonly now: () => Date;
  readonly readyAfterMs: number;
}

/** Makes Deployments and StatefulSets available after a while, without pods. */
export class DeploymentController {
  readonly #options: WorkloadOptions;
  /** When each generation was seen first. */
  readonly #seen = new Map<string, number>();
  #nextReadyMs: number | undefined;

  constructor(options: WorkloadOptions) {
    this.#options = options;
  }

  /** Says after how many milliseconds the next workload becomes ready. */
  async reconcile(): Promise<number | undefined> {
    this.#nextReadyMs = undefined;
    const { client } = this.#options;
    for (const kind of ['Deployment', 'StatefulSet']) {
      for (const workload of await client.list('apps/v1', kind)) {
        try {
          await this.#reconcileOne(workload);
        } catch (error) {
          if (!isConflict(error)) throw error;
        }
      }
    }
    return this.#nextReadyMs;
  }

  async #reconcileOne(workload: KubeObject): Promise<void> {
    if (workload.metadata.deletionTimestamp) return;
    const { client } = this.#options;
    const current =
      workload.kind === 'Deployment'
        ? await this.#countRevision(workload)
        : workload;
    const status = this.#status(current);
    if (sameJson(status, mapAt(current, 'status'))) return;
    await client.update({ ...current, status } as KubeObject, {
      manager: MANAGER,
      subresource: 'status',
    });
  }

  async #countRevision(workload: KubeObject): Promise<KubeObject> {
    const { annotations } = workload.metadata;
    if (annotations?.[REVISION]) return workload;
    return this.#options.client.patch(
      refOf(workload),
      { metadata: { annotations: { [REVISION]: '1' } } },
      { manager: MANAGER },
    );
  }

  #status(workload: KubeObject): JsonObject {
    const { uid, generation } = workload.metadata;
    const replicas = Number(valueAt(workload, 'spec', 'replicas') ?? 1);
    const now = this.#options.now();
    const key = `${uid}/${generation}`;
    const since = this.#seen.get(key) ?? now.getTime();
    this.#seen.set(key, since);
    const left = this.#options.readyAfterMs - (now.getTime() - since);
    const done = left <= 0;
    if (!done) this.#nextReadyMs = Math.min(left, this.#nextReadyMs ?? left);
    const before = Number(valueAt(workload, 'status', 'readyReplicas') ?? 0);
    const ready = done ? replicas : Math.min(before, replicas);
    const counts: JsonObject = {
      observedGeneration: generation,
      replicas,
      updatedReplicas: replicas,
      ...(ready > 0 ? { readyReplicas: ready, availableReplicas: ready } : {}),
      ...(ready < replicas && workload.kind === 'Deployment'
        ? { unavailableReplicas: replicas - ready }
        : {}),
    };
    if (workload.kind === 'StatefulSet') {
      return {
        ...counts,
        currentReplicas: replicas,
        collisionCount: 0,
        currentRevision: `${workload.metadata.name}-1`,
        updateRevision: `${workload.metadata.name}-1`,
      };
    }
    return {
      ...counts,
      conditions: this.#conditions(workload, ready, replicas, now),
    };
  }

  #conditions(
    workload: KubeObject,
    ready: number,
    replicas: number,
    now: Date,
  ): JsonObject[] {
    const { name } = workload.metadata;
    const done = ready >= replicas;
    const available = ready >= Math.ceil(replicas * 0.75);
    return withConditions(
      workload,
      [
        {
          type: 'Available',
          status: available ? 'True' : 'False',
          reason: available
            ? 'MinimumReplicasAvailable'
            : 'MinimumReplicasUnavailable',
          message: available
            ? 'Deployment has minimum availability.'
            : 'Deployment does not have minimum availability.',
        },
        {
          type: 'Progressing',
          status: 'True',
          reason: done ? 'NewReplicaSetAvailable' : 'ReplicaSetUpdated',
          message: done
            ? `ReplicaSet "${name}" has successfully progressed.`
            : `ReplicaSet "${name}" is progressing.`,
        },
      ],
      now,
    ).map(condition => ({
      ...condition,
      lastUpdateTime: condition.lastTransitionTime ?? timestamp(now),
    }));
  }
}
