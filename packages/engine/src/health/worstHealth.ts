import { HealthStatus } from './types';

const ORDER: readonly HealthStatus[] = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Unknown',
  'Degraded',
];

function rank(status: HealthStatus): number {
  return ORDER.indexOf(status);
}

/** The worst of many; nothing at all is `Unknown`, never healthy. */
export function worstHealth(statuses: Iterable<HealthStatus>): HealthStatus {
  let worst: HealthStatus | undefined;
  for (const status of statuses) {
    if (worst === undefined || rank(status) > rank(worst)) worst = status;
  }
  return worst ?? 'Unknown';
}
