import { createExtensionPoint } from '@backstage/backend-plugin-api';

/**
 * How to reach a cluster that is not in the `kubernetes:` configuration.
 * @public
 */
export interface ClusterDetails {
  /** Name on screen; unique. */
  name: string;
  /** URL of the API server. */
  url: string;
  /** Bearer token that may get, list and watch. */
  token: string;
  /** Base64 of the PEM bundle that signs the server's certificate. */
  caData?: string;
}

/**
 * Lets modules of the environments plugin bring clusters from elsewhere, e.g.
 * from a cloud's inventory. They are asked once, at start.
 * @public
 */
export interface EnvironmentsClustersExtensionPoint {
  addClusters(provider: () => Promise<ClusterDetails[]>): void;
}

/** @public */
export const environmentsClustersExtensionPoint =
  createExtensionPoint<EnvironmentsClustersExtensionPoint>({
    id: 'environments.clusters',
  });
