import { Config } from '@backstage/config';

/** How to reach one cluster, from the `kubernetes:` configuration people already have. */
export interface ClusterAccess {
  readonly name: string;
  readonly url: string;
  readonly auth:
    | { readonly type: 'token'; readonly token: string }
    /** The service account of the pod this backend runs in. */
    | { readonly type: 'inCluster' }
    | { readonly type: 'none' }
    /** Needs something this backend does not have; says what. */
    | { readonly type: 'unsupported'; readonly reason: string };
  readonly caData?: string;
  readonly caFile?: string;
  readonly skipTLSVerify: boolean;
}

function readAuth(cluster: Config): ClusterAccess['auth'] {
  const provider =
    cluster.getOptionalString('authProvider') ??
    cluster.getOptionalString('authMetadata.kubernetes.io/auth-provider') ??
    'serviceAccount';
  const token = cluster.getOptionalString('serviceAccountToken');
  switch (provider) {
    case 'serviceAccount':
    case 'token':
      return token === undefined
        ? { type: 'inCluster' }
        : { type: 'token', token };
    case 'localKubectlProxy':
      return { type: 'none' };
    default:
      return {
        type: 'unsupported',
        reason: `authProvider ${provider} reads as the signed-in user; watching needs authProvider serviceAccount`,
      };
  }
}

/**
 * The clusters of every `kubernetes.clusterLocatorMethods` entry of type
 * `config`; other locators have no fixed list to watch.
 */
export function readClusterAccess(root: Config): ClusterAccess[] {
  const methods =
    root.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  return methods
    .filter(method => method.getOptionalString('type') === 'config')
    .flatMap(method => method.getOptionalConfigArray('clusters') ?? [])
    .map(cluster => ({
      name: cluster.getString('name'),
      url: cluster.getString('url').replace(/\/+$/, ''),
      auth: readAuth(cluster),
      caData: cluster.getOptionalString('caData'),
      caFile: cluster.getOptionalString('caFile'),
      skipTLSVerify: cluster.getOptionalBoolean('skipTLSVerify') ?? false,
    }));
}
