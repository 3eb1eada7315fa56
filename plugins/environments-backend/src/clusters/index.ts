export { ClusterError } from './ClusterError';
export { connectClusters } from './connectClusters';
export { KubernetesCluster } from './KubernetesCluster';
export { KubernetesConnection } from './KubernetesConnection';
export type { ClusterConnection, WatchEvent } from './KubernetesConnection';
export { composedRefs, kindKey, metadataText, refOf } from './objects';
export { readClusterAccess } from './readClusterAccess';
export type { ClusterAccess } from './readClusterAccess';
export * from './types';
