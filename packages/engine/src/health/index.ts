export { assessHealth } from './assessHealth';
export type { Health, HealthContext, HealthStatus } from './types';
export { worstHealth } from './worstHealth';
