import { JsonObject } from '../../fields';
import { Health } from '../types';
import {
  Condition,
  at,
  conditionsIn,
  conditionsOf,
  health,
  itemsAt,
  numberAt,
  textAt,
} from '../view';
import { byConditions } from './byConditions';

/** Every router must have admitted a Route. */
export function routeAdmissionHealth(object: JsonObject): Health {
  const routers = itemsAt(object, 'status', 'ingress');
  const admitted = routers.flatMap(item =>
    conditionsIn(item).filter(condition => condition.type === 'Admitted'),
  );
  const good = admitted.filter(item => item.status === 'True').length;
  const known = at(object, 'status', 'ingress') !== undefined;
  if (known && good === routers.length) {
    return health('Healthy', 'Route is healthy');
  }
  return admitted.some(item => item.status === 'False')
    ? health('Degraded', 'Route is degraded')
    : health('Progressing', 'Route is still getting admitted');
}

/** Available and rolled out; one of the two is on its way, none is a failure. */
export function deploymentConfigHealth(object: JsonObject): Health {
  const waiting = health(
    'Progressing',
    'replication controller is waiting for pods to run',
  );
  const replicas = numberAt(object, 'status', 'replicas');
  const known = at(object, 'status', 'conditions') !== undefined;
  if (!known || replicas === undefined) return waiting;
  const good = conditionsOf(object).filter(
    item =>
      item.status === 'True' &&
      (item.type === 'Available' ||
        (item.type === 'Progressing' &&
          item.reason === 'NewReplicationControllerAvailable')),
  ).length;
  if (good === 2 || replicas === 0) {
    return health('Healthy', 'replication controller successfully rolled out');
  }
  return good === 1
    ? waiting
    : health('Degraded', 'Deployment config is degraded');
}

export const ingressControllerHealth = byConditions({
  waiting: 'Status of IngressController is not known yet',
  rules: [
    [
      { type: 'Degraded', is: 'True', then: 'Degraded' },
      {
        type: 'DeploymentReplicasAllAvailable',
        is: 'False',
        then: 'Progressing',
      },
      { type: 'Progressing', is: 'True', then: 'Progressing' },
      {
        type: 'Available',
        is: 'True',
        then: 'Healthy',
        say: 'IngressController is available',
      },
    ],
  ],
});

const INSTALL_FAILURES: ReadonlySet<string> = new Set([
  'CatalogSourcesUnhealthy',
  'InstallPlanFailed',
  'ResolutionFailed',
]);

function installFailed({ type, status, reason }: Condition): boolean {
  return (
    (type === 'InstallPlanMissing' &&
      reason !== 'ReferencedInstallPlanNotFound') ||
    (INSTALL_FAILURES.has(type) && status === 'True')
  );
}

function isPending(condition: Condition): boolean {
  return condition.type === 'InstallPlanPending' && condition.status === 'True';
}

/**
 * Operator Lifecycle Manager: a failure first, then what is pending. An
 * upgrade that waits for a person is no trouble of what is installed.
 */
export function subscriptionHealth(object: JsonObject): Health {
  if (at(object, 'status', 'conditions') === undefined) {
    return health(
      'Progressing',
      'An install plan for a subscription is pending installation',
    );
  }
  const conditions = conditionsOf(object);
  const approval =
    textAt(object, 'spec', 'installPlanApproval') === 'Manual' &&
    at(object, 'status', 'installedCSV') !== undefined &&
    conditions.some(
      item => isPending(item) && item.reason === 'RequiresApproval',
    );
  const state = textAt(object, 'status', 'state');
  const words = `.status.state is '${state}'`;
  const failed = conditions.find(installFailed);
  if (failed || state === 'UpgradeFailed') {
    const why = failed && `${failed.type}: ${failed.message || failed.reason}`;
    return health('Degraded', why ?? words);
  }
  const pending =
    !state ||
    state === 'UpgradeAvailable' ||
    (!approval && (state === 'UpgradePending' || conditions.some(isPending)));
  return pending
    ? health('Progressing', state ? words : '.status.state not yet known')
    : health('Healthy', words);
}
