import { z } from 'zod';
import { JsonObject } from '@backstage/types';
import { ARGO_API, ARGO_NAMESPACE } from '../argocd';
import { ARGO_CLUSTER, World } from '../world';

const DATABASE = {
  apiVersion: 'platform.company.com/v1alpha1',
  kind: 'XPostgreSQL',
  namespace: 'user-service-production',
  name: 'user-database',
};

const CLUSTER = 'prod-eu1';
const APPLICATION = 'user-service-production';
const PAUSED = 'crossplane.io/paused';

/** What somebody can do to production's database by hand. */
const CHANGES = {
  replicas: {
    manager: 'kubectl-edit',
    patch: { spec: { parameters: { replicas: 5 } } },
  },
  paused: {
    manager: 'kubectl-annotate',
    patch: { metadata: { annotations: { [PAUSED]: 'true' } } },
  },
  backupRetention: {
    manager: 'kubectl-edit',
    patch: { spec: { parameters: { backupRetention: null } } },
  },
} as const satisfies Record<string, { manager: string; patch: JsonObject }>;

type Change = keyof typeof CHANGES;

export const changeByHandSchema = z.object({
  changes: z
    .array(z.enum(Object.keys(CHANGES) as [Change, ...Change[]]))
    .min(1)
    .default(['replicas']),
});

export interface HandChange {
  readonly cluster: string;
  readonly namespace: string;
  readonly resource: string;
  readonly changes: ReadonlyArray<{ change: Change; manager: string }>;
}

/** Changes production's user-database as people do who bypass Git. */
export async function changeByHand(
  world: World,
  changes: readonly Change[],
): Promise<HandChange> {
  const client = world.client(CLUSTER, 'kubectl');
  for (const change of changes) {
    const { patch, manager } = CHANGES[change];
    await client.patch(DATABASE, patch, { manager });
  }
  return {
    cluster: CLUSTER,
    namespace: DATABASE.namespace,
    resource: `${DATABASE.kind}/${DATABASE.name}`,
    changes: changes.map(change => ({
      change,
      manager: CHANGES[change].manager,
    })),
  };
}

/** Takes it all back: unpauses, and has Argo CD sync what Git says. */
export async function undoChangesByHand(
  world: World,
): Promise<{ application: string }> {
  const database = await world.client(CLUSTER).get(DATABASE);
  if (database?.metadata.annotations?.[PAUSED] !== undefined) {
    await world
      .client(CLUSTER, 'kubectl')
      .patch(
        DATABASE,
        { metadata: { annotations: { [PAUSED]: null } } },
        { manager: 'kubectl-annotate' },
      );
  }
  await world.client(ARGO_CLUSTER).patch(
    {
      apiVersion: ARGO_API,
      kind: 'Application',
      namespace: ARGO_NAMESPACE,
      name: APPLICATION,
    },
    {
      operation: {
        initiatedBy: { username: 'sandbox' },
        sync: { prune: false },
      },
    },
    { manager: 'argocd-server' },
  );
  return { application: APPLICATION };
}
