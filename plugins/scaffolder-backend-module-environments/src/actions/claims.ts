/** What tells one claim action from the other. */
export interface ClaimDescription {
  /** Id of the action. */
  id: string;
  /** Kind of the XRD in the repository. */
  kind: string;
  /** What people call it. */
  noun: string;
  /** Used in the action's examples. */
  example: { name: string; parameters: Record<string, unknown> };
}

export const redisClaim: ClaimDescription = {
  id: 'environments:redis:create',
  kind: 'XRedisCache',
  noun: 'Redis cache',
  example: {
    name: 'basket-cache',
    parameters: { size: 'small', version: '7.2', backup: false },
  },
};

export const postgresClaim: ClaimDescription = {
  id: 'environments:postgres:create',
  kind: 'XPostgreSQL',
  noun: 'PostgreSQL database',
  example: {
    name: 'order-database',
    parameters: { databaseName: 'orders', storage: '10Gi', replicas: 1 },
  },
};
