import { JsonObject } from '../../fields';
import { readYaml } from '../../manifests';
import { planPromotion } from '../plan/planPromotion';
import { PlanInput, PlanResource, PromotionPlan } from '../types';

export const DEV = 'environments/dev/infrastructure/redis-cache.yaml';
export const STAGING = 'environments/staging/infrastructure/redis-cache.yaml';

export function cache(
  environment: string,
  parameters: string,
  head = '',
): string {
  return `${head}apiVersion: platform.company.com/v1alpha1
kind: XRedisCache
metadata:
  name: user-session-cache
  namespace: ${environment}
spec:
  parameters:
${parameters.replace(/^/gm, '    ').trimEnd()}
`;
}

export const BASE = cache('dev', 'size: small\nversion: "7.0"\nbackup: false');
export const SOURCE = cache(
  'dev',
  'size: small\nversion: "7.2"\nbackup: false\nmaxMemoryPolicy: allkeys-lru',
);
export const TARGET = cache(
  'staging',
  'size: medium  # load test\nversion: "7.0"\nbackup: true\nreplicas: 3',
  '# owned by identity-team\n',
);

export function objectOf(text: string): JsonObject {
  return readYaml(text) as JsonObject;
}

export function redis(overrides: Partial<PlanResource> = {}): PlanResource {
  return {
    key: 'platform.company.com/XRedisCache/user-session-cache',
    source: { path: DEV, text: SOURCE, document: 0 },
    target: { path: STAGING, text: TARGET, document: 0 },
    base: objectOf(BASE),
    ...overrides,
  };
}

export function plan(
  resources: PlanResource[],
  overrides: Partial<PlanInput> = {},
): PromotionPlan {
  return planPromotion({ from: 'dev', to: 'staging', resources, ...overrides });
}
