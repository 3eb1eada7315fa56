import { JsonObject } from '../../fields';
import { Health } from '../types';
import { at, conditionsOf, health, itemsAt, numberAt, textAt } from '../view';

function notReady(object: JsonObject, severe: boolean): JsonObject | undefined {
  return itemsAt(object, 'status', 'conditions').find(
    item =>
      textAt(item, 'type') === 'Ready' &&
      textAt(item, 'status') === 'False' &&
      !(severe && textAt(item, 'severity') === 'Info'),
  );
}

/** Not ready is degraded, unless it is said for information only. */
export function clusterHealth(object: JsonObject): Health {
  if (at(object, 'spec', 'paused') === true) {
    return health('Suspended', 'Cluster is paused');
  }
  const failed = notReady(object, true);
  if (failed) {
    return health('Degraded', textAt(failed, 'message') || 'Ready is False');
  }
  switch (textAt(object, 'status', 'phase')) {
    case 'Provisioned':
      return health('Healthy', 'Cluster is running');
    case 'Failed':
      return health('Degraded', 'Cluster has failed');
    default:
      return health('Progressing', 'Waiting for clusters');
  }
}

/** By its phase, in the words of the condition Ready while it does not run. */
export function machineHealth(object: JsonObject): Health {
  const phase = textAt(object, 'status', 'phase');
  if (phase === 'Running') return health('Healthy', 'Machine is running');
  const words = textAt(notReady(object, false), 'message');
  return health(
    phase === 'Failed' ? 'Degraded' : 'Progressing',
    words || 'Condition is unknown',
  );
}

/** By its phase. */
export function machineDeploymentHealth(object: JsonObject): Health {
  if (at(object, 'spec', 'paused') === true) {
    return health('Suspended', 'MachineDeployment is paused');
  }
  switch (textAt(object, 'status', 'phase')) {
    case 'Running':
      return health('Healthy', 'Machines are running under this deployment');
    case 'ScalingUp':
      return health('Progressing', 'Cluster is spawning machines');
    case 'ScalingDown':
      return health('Progressing', 'Cluster is stopping machines');
    case 'Failed':
      return health('Degraded', 'MachineDeployment is failed');
    default:
      return health('Progressing', 'Waiting for machines');
  }
}

/** By its phase; what is not true is added to the message. */
export function machinePoolHealth(object: JsonObject): Health {
  const phase = textAt(object, 'status', 'phase');
  const missing = conditionsOf(object)
    .filter(item => item.status === 'False')
    .map(item => `Not ${item.type}${item.reason && ` (${item.reason})`}`);
  const words = [phase && `MachinePool is ${phase}`, missing.join(', ')]
    .filter(text => text)
    .join(': ');
  const message = words || 'Waiting for machines';
  switch (phase) {
    case 'Running':
    case 'Scaling':
      return health('Healthy', message);
    case 'Failed':
    case 'Unknown':
      return health('Degraded', message);
    default:
      return health('Progressing', message);
  }
}

/** All machines that are expected must be healthy. */
export function machineHealthCheckHealth(object: JsonObject): Health {
  const healthy = numberAt(object, 'status', 'currentHealthy');
  if (healthy === undefined) {
    return health('Progressing', 'Waiting for the machines to be counted');
  }
  const expected = numberAt(object, 'status', 'expectedMachines');
  return health(
    expected === healthy ? 'Healthy' : 'Degraded',
    `${healthy} of ${expected ?? 0} machines are healthy`,
  );
}
