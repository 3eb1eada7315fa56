import { Json, JsonObject } from '../../fields';
import { Health } from '../types';
import {
  at,
  conditionsOf,
  findCondition,
  health,
  itemsAt,
  numberAt,
  textAt,
} from '../view';

const LONG_RUNNING = 'argocd.argoproj.io/ignore-restart-policy';
const HOOK = 'argocd.argoproj.io/hook';
const HELM_HOOK = 'helm.sh/hook';

/** A hook has an end, whatever else it says of itself. */
function isHook(annotations: Json | undefined): boolean {
  const phase = textAt(annotations, HOOK);
  if (phase) return phase !== 'Skip';
  const helm = textAt(annotations, HELM_HOOK);
  return helm !== '' && helm !== 'crd-install';
}

function statuses(object: JsonObject): readonly JsonObject[] {
  return [
    ...itemsAt(object, 'status', 'initContainerStatuses'),
    ...itemsAt(object, 'status', 'containerStatuses'),
  ];
}

function cannotStart(reason: string): boolean {
  return (
    reason.startsWith('Err') ||
    reason.endsWith('Error') ||
    reason.endsWith('BackOff')
  );
}

function failure(container: JsonObject): string {
  const terminated = at(container, 'state', 'terminated');
  if (terminated === undefined) return '';
  if (textAt(terminated, 'message')) return textAt(terminated, 'message');
  if (textAt(terminated, 'reason') === 'OOMKilled') return 'OOMKilled';
  const exitCode = numberAt(terminated, 'exitCode') ?? 0;
  if (exitCode === 0) return '';
  const name = textAt(container, 'name');
  return `container "${name}" failed with exit code ${exitCode}`;
}

function running(object: JsonObject, longRunning: boolean): Health {
  const message = textAt(object, 'status', 'message');
  if (!longRunning) {
    return health('Progressing', message || 'The pod is running to completion');
  }
  const ready = findCondition(conditionsOf(object), 'Ready');
  if (ready?.status === 'True') {
    return health('Healthy', message || 'The pod is ready');
  }
  const crashed = itemsAt(object, 'status', 'containerStatuses').find(
    item => at(item, 'lastState', 'terminated') !== undefined,
  );
  if (crashed) {
    const reason = textAt(crashed, 'lastState', 'terminated', 'reason');
    const name = textAt(crashed, 'name');
    return health(
      'Degraded',
      message ||
        `container "${name}" has restarted${
          reason && ` after ${reason}`
        } and is not ready`,
    );
  }
  return health('Progressing', message || 'The pod is not ready yet');
}

/**
 * As Argo CD, and init containers in back-off count. A pod that runs to its
 * end is never degraded for a container that cannot start: it may be a hook.
 */
export function podHealth(object: JsonObject): Health {
  const policy = textAt(object, 'spec', 'restartPolicy');
  const annotations = at(object, 'metadata', 'annotations');
  const longRunning =
    policy === 'Always' ||
    (at(annotations, LONG_RUNNING) === 'true' && !isHook(annotations));
  if (longRunning) {
    const stuck = statuses(object).filter(item =>
      cannotStart(textAt(item, 'state', 'waiting', 'reason')),
    );
    if (stuck.length > 0) {
      const messages = stuck.map(
        item =>
          textAt(item, 'state', 'waiting', 'message') ||
          textAt(item, 'state', 'waiting', 'reason'),
      );
      return {
        ...health('Degraded', messages.join(', ')),
        reason: textAt(stuck[0], 'state', 'waiting', 'reason'),
      };
    }
  }
  const message = textAt(object, 'status', 'message');
  switch (textAt(object, 'status', 'phase')) {
    case 'Pending':
      return health('Progressing', message || 'The pod has not started yet');
    case 'Succeeded':
      return health('Healthy', message || 'The pod has completed');
    case 'Failed':
      return health(
        'Degraded',
        message ||
          statuses(object)
            .map(failure)
            .find(text => text) ||
          'The pod has failed',
      );
    case 'Running':
      return policy || longRunning
        ? running(object, longRunning)
        : health('Unknown', message || 'The pod has no restart policy');
    default:
      return health('Unknown', message || 'The pod reports no phase');
  }
}
