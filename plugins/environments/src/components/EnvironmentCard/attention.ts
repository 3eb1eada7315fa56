import {
  CardResource,
  HealthStatus,
} from '@stagecraft/plugin-environments-common';

/** From best to worst, as the engine orders them. */
const ORDER: HealthStatus[] = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Unknown',
  'Degraded',
];

/** How bad a health is: higher is worse. */
export function badness(status: HealthStatus): number {
  return ORDER.indexOf(status);
}

/** The worst of some healths; nothing at all is well. */
export function worstHealth(statuses: HealthStatus[]): HealthStatus {
  return statuses.reduce<HealthStatus>(
    (worst, status) => (badness(status) > badness(worst) ? status : worst),
    'Healthy',
  );
}

/** Whether a person should look at it. */
export function needsAttention(resource: CardResource): boolean {
  return (
    resource.health.status !== 'Healthy' ||
    resource.drift.status === 'drifted' ||
    resource.unreadable !== undefined ||
    (resource.differences?.unexpected ?? 0) > 0
  );
}

/** Name of the resource that a vital is about: the one worst off, else the first. */
export function worstResource(
  resources: CardResource[],
  by: 'health' | 'drift',
): string | undefined {
  const score = (resource: CardResource) =>
    by === 'drift'
      ? resource.drift.fields
      : badness(resource.health.status) +
        // A degraded resource outranks one that merely could not be read.
        (resource.health.message ? 0.5 : 0);
  let worst = resources[0];
  for (const resource of resources) {
    if (score(resource) > score(worst)) {
      worst = resource;
    }
  }
  return worst?.resource;
}
