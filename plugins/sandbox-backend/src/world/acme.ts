/** The clusters of the example, and the servers by which Argo CD knows them. */
export const CLUSTERS = [
  { name: 'dev-eu1', server: 'https://kubernetes.default.svc', maxReplicas: 4 },
  { name: 'stg-eu1', server: 'https://stg-eu1.acme.example', maxReplicas: 4 },
  {
    name: 'prod-eu1',
    server: 'https://prod-eu1.acme.example',
    maxReplicas: 16,
  },
] as const;

/** Argo CD runs in this one. */
export const ARGO_CLUSTER = 'dev-eu1';

/** How the example's Applications name the repository. */
export const REPOSITORY_URL =
  'https://git.acme.example/acme/infrastructure-gitops.git';
