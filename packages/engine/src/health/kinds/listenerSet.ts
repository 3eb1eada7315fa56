import { JsonObject } from '../../fields';
import { Health } from '../types';
import {
  Condition,
  conditionsIn,
  conditionsOf,
  health,
  itemsAt,
  numberAt,
} from '../view';

/** What is refused in a set of conditions, or else not programmed yet. */
function trouble(
  conditions: readonly Condition[],
  who: string,
  refused: (condition: Condition) => boolean,
): Health | undefined {
  const bad = conditions.find(refused);
  if (bad) {
    const words = bad.message || `Failed condition: ${bad.type}`;
    return health('Degraded', `${who}${words}`);
  }
  const waits = conditions.filter(
    item => item.type === 'Programmed' && item.status !== 'True',
  );
  const last = waits.at(-1);
  return last
    ? health('Progressing', `${who}${last.message || 'not programmed yet'}`)
    : undefined;
}

function isRefused({ type, status }: Condition): boolean {
  return type === 'Accepted' && status === 'False';
}

function isListenerRefused(condition: Condition): boolean {
  const { type, status } = condition;
  return (
    isRefused(condition) ||
    (type === 'ResolvedRefs' && status === 'False') ||
    (type === 'Conflicted' && status === 'True')
  );
}

/** Itself first, then each of its listeners; without any it waits. */
export function listenerSetHealth(object: JsonObject): Health {
  const waiting = health('Progressing', 'Waiting for ListenerSet status');
  const generation = numberAt(object, 'metadata', 'generation');
  const conditions = conditionsOf(object);
  const late = conditions.some(
    item =>
      generation !== undefined &&
      item.observedGeneration !== undefined &&
      item.observedGeneration !== generation,
  );
  if (late) return waiting;
  const own = trouble(conditions, '', isRefused);
  if (own) return own;
  const listeners = itemsAt(object, 'status', 'listeners');
  for (const listener of listeners) {
    const found = trouble(
      conditionsIn(listener),
      'Listener: ',
      isListenerRefused,
    );
    if (found) return found;
  }
  return listeners.length > 0
    ? health('Healthy', 'ListenerSet is healthy')
    : waiting;
}
