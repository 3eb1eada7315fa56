import { JsonObject } from '../../fields';
import { Health } from '../types';
import {
  Condition,
  at,
  conditionsOf,
  health,
  healthBy,
  numberAt,
  textAt,
} from '../view';

const DEFINITION: ReadonlySet<string> = new Set([
  'ControllerReady',
  'GraphAccepted',
  'GraphRevisionsResolved',
  'KindReady',
  'Ready',
]);

const INSTANCE: ReadonlySet<string> = new Set([
  'GraphResolved',
  'InstanceManaged',
  'Ready',
  'ResourcesReady',
]);

function current(object: JsonObject): readonly Condition[] {
  const generation = numberAt(object, 'metadata', 'generation');
  return conditionsOf(object).filter(
    item => generation !== undefined && item.observedGeneration === generation,
  );
}

function isReady(condition: Condition): boolean {
  return condition.type === 'Ready' && condition.status === 'True';
}

function waiting(object: JsonObject, what: string): Health {
  return at(object, 'status', 'conditions') === undefined
    ? health('Progressing', 'Waiting for KRO to report status')
    : health('Progressing', `Waiting for ${what} to become ready`);
}

/** kro: the first condition about this generation that is ready or False. */
export function resourceGraphDefinitionHealth(object: JsonObject): Health {
  const decides = current(object).find(
    item =>
      isReady(item) || (DEFINITION.has(item.type) && item.status === 'False'),
  );
  if (!decides) return waiting(object, 'ResourceGraphDefinition');
  return isReady(decides)
    ? health(
        'Healthy',
        'ResourceGraphDefinition is active and serving instances',
      )
    : healthBy('Degraded', decides, `${decides.type} is False`);
}

/** The same of an instance, of which False may pass while it is at work. */
export function kroInstanceHealth(object: JsonObject): Health {
  const state = textAt(object, 'status', 'state');
  const failed = state === 'FAILED' || state === 'ERROR';
  const busy = state === 'IN_PROGRESS';
  const decides = current(object).find(
    item =>
      isReady(item) ||
      (INSTANCE.has(item.type) && item.status === 'False' && (failed || busy)),
  );
  if (!decides) return waiting(object, 'instance');
  if (isReady(decides)) {
    return health('Healthy', 'Instance is active and running');
  }
  return failed
    ? healthBy('Degraded', decides, `${decides.type} is False`)
    : healthBy('Progressing', decides, `${decides.type} is in progress`);
}
