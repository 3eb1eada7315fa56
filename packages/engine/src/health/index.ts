export type { Health, HealthContext, HealthStatus } from './types';
