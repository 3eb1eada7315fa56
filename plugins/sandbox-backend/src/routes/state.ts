import { CLUSTERS, World } from '../world';

export interface SandboxState {
  readonly repository: {
    readonly path: string;
    readonly branch: string;
    readonly head?: string;
  };
  readonly kubeconfig: string;
  readonly clusters: ReadonlyArray<{
    readonly name: string;
    readonly url: string;
    readonly server: string;
    readonly reachable: boolean;
    readonly unreachableSince?: string;
  }>;
  /** Lines for a terminal, with what they are for. */
  readonly tryThis: ReadonlyArray<{ title: string; command: string }>;
}

/** Where everything is, and what to try. */
export async function sandboxState(world: World): Promise<SandboxState> {
  const kubectl = `kubectl --kubeconfig ${world.kubeconfig} --context prod-eu1`;
  const database = 'xpostgresql user-database -n user-service-production';
  return {
    repository: {
      path: world.repository.path,
      branch: 'main',
      head: await world.repository.head(),
    },
    kubeconfig: world.kubeconfig,
    clusters: CLUSTERS.map(({ name, server }) => {
      const since = world.cluster(name).unreachableSince;
      return {
        name,
        server,
        url: world.server.clusterUrl(name),
        reachable: since === undefined,
        ...(since ? { unreachableSince: since.toISOString() } : {}),
      };
    }),
    tryThis: [
      {
        title: 'Change production by hand',
        command: `${kubectl} patch ${database} --type merge --field-manager kubectl-edit -p '{"spec":{"parameters":{"replicas":5}}}'`,
      },
      {
        title: 'Stop Crossplane from touching it',
        command: `${kubectl} annotate ${database} crossplane.io/paused=true`,
      },
      {
        title: 'Clone the repository',
        command: `git clone ${world.repository.path}`,
      },
    ],
  };
}
