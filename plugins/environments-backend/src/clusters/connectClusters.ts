import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ClusterDetails } from '@stagecraft/plugin-environments-node';
import { KubernetesCluster } from './KubernetesCluster';
import { KubernetesConnection } from './KubernetesConnection';
import { ClusterAccess, readClusterAccess } from './readClusterAccess';
import { ClusterChange } from './types';

function accessOf(details: ClusterDetails): ClusterAccess {
  return {
    name: details.name,
    url: details.url,
    auth: { type: 'token', token: details.token },
    caData: details.caData,
    skipTLSVerify: false,
  };
}

/** The clusters of the `kubernetes:` configuration and of modules. Connects to none of them yet. */
export function connectClusters(options: {
  config: Config;
  provided: readonly ClusterDetails[];
  onChange: (change: ClusterChange) => void;
}): { access: ClusterAccess[]; clusters: KubernetesCluster[] } {
  const access = [
    ...readClusterAccess(options.config),
    ...options.provided.map(accessOf),
  ];
  const names = new Set<string>();
  for (const { name } of access) {
    if (names.has(name)) {
      throw new InputError(`Two clusters are named ${name}`);
    }
    names.add(name);
  }
  const clusters = access.map(one =>
    KubernetesCluster.create({
      name: one.name,
      connection: new KubernetesConnection(one),
      onChange: options.onChange,
    }),
  );
  return { access, clusters };
}
