import { JsonObject } from '../../fields';
import { Health, HealthStatus } from '../types';
import { conditionsOf, health, healthBy, itemsAt, textAt } from '../view';

const STATUSES: readonly HealthStatus[] = [
  'Healthy',
  'Progressing',
  'Degraded',
  'Suspended',
  'Missing',
  'Unknown',
];

const ERRORS: ReadonlySet<string> = new Set([
  'ComparisonError',
  'InvalidSpecError',
]);

/** Argo CD judges health in another loop than it syncs, so it may be older than the sync. */
function isStale(object: JsonObject): boolean {
  const finished = Date.parse(
    textAt(object, 'status', 'operationState', 'finishedAt'),
  );
  const reconciled = Date.parse(textAt(object, 'status', 'reconciledAt'));
  return (
    !Number.isNaN(finished) &&
    (Number.isNaN(reconciled) || reconciled < finished)
  );
}

/**
 * What can be believed of an Application: nothing while its health is older
 * than its last operation, nothing good with an error condition, and nothing
 * at all when it manages no resources.
 */
export function applicationHealth(object: JsonObject): Health {
  const own = textAt(object, 'status', 'health', 'status');
  if (isStale(object)) {
    return health(
      'Unknown',
      'Not reconciled since its last operation finished, so its health is not known yet',
    );
  }
  const failed = conditionsOf(object).find(item => ERRORS.has(item.type));
  if (failed) {
    const error = healthBy('Degraded', failed, 'The application has an error');
    return { ...error, reason: failed.type };
  }
  if (!own) return health('Progressing', 'Waiting for Argo CD to look at it');
  if (itemsAt(object, 'status', 'resources').length === 0) {
    return health('Unknown', 'The application manages no resources');
  }
  const status = STATUSES.find(item => item === own) ?? 'Unknown';
  const message = textAt(object, 'status', 'health', 'message');
  return health(status, message || `Argo CD says ${own}`);
}
