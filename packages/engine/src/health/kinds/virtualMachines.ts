import { JsonObject } from '../../fields';
import { Health, HealthStatus } from '../types';
import { at, conditionsOf, health, healthBy, textAt } from '../view';

function isStoppedOnPurpose(object: JsonObject): boolean {
  return (
    at(object, 'spec', 'running') === false ||
    textAt(object, 'spec', 'runStrategy') === 'Halted'
  );
}

/** KubeVirt: running, starting, paused, or stopped as it was declared to be. */
export function virtualMachineHealth(object: JsonObject): Health {
  const created = at(object, 'status', 'created') === true;
  if (isStoppedOnPurpose(object) && !created) {
    return health('Healthy', 'Stopped as declared');
  }
  const conditions = conditionsOf(object);
  if (
    conditions.some(item => item.type === 'Paused' && item.status === 'True')
  ) {
    return health('Suspended', 'Paused');
  }
  const ready = conditions.filter(item => item.type === 'Ready').at(-1);
  const printed = textAt(object, 'status', 'printableStatus');
  if (!ready) return health('Progressing', printed || 'No status available');
  if (ready.status === 'True') return health('Healthy', printed || 'Running');
  return created
    ? health('Progressing', printed || 'Starting')
    : health('Suspended', printed || 'Stopped');
}

const INSTANCE_PHASES: ReadonlyMap<string, HealthStatus> = new Map([
  ['Failed', 'Degraded'],
  ['Pending', 'Progressing'],
  ['Scheduling', 'Progressing'],
  ['Scheduled', 'Progressing'],
  ['Succeeded', 'Suspended'],
  ['Unknown', 'Unknown'],
]);

/** The phase decides until it runs, then whether it is paused or ready. */
export function machineInstanceHealth(object: JsonObject): Health {
  const phase = textAt(object, 'status', 'phase');
  const decided = INSTANCE_PHASES.get(phase);
  if (decided) return health(decided, phase);
  const conditions = conditionsOf(object);
  const paused = conditions.find(
    item => item.type === 'Paused' && item.status === 'True',
  );
  if (paused) return healthBy('Suspended', paused, 'Paused');
  const ready = conditions.filter(item => item.type === 'Ready').at(-1);
  if (!ready) return health('Progressing', phase || 'No status available');
  return ready.status === 'True'
    ? health('Healthy', 'Running')
    : healthBy('Degraded', ready, 'Not ready');
}

/** An import that fails says so in its phase or while it runs. */
export function dataVolumeHealth(object: JsonObject): Health {
  const phase = textAt(object, 'status', 'phase');
  if (phase === 'Succeeded') return health('Healthy', phase);
  if (phase === 'Paused') return health('Suspended', phase);
  const failed = conditionsOf(object).find(
    item =>
      item.type === 'Running' &&
      item.status === 'False' &&
      item.reason === 'Error',
  );
  if (failed) return healthBy('Degraded', failed, 'The import failed');
  return phase === 'Failed' || phase === 'Unknown'
    ? health('Degraded', phase)
    : health('Progressing', phase || 'No status available');
}
