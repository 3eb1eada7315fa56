import { Json } from '../fields';
import { Decision, MergeStatus, PlanField } from './types';

/** What becomes of the target's field if it gets another value. */
export function fieldType(
  target: Json | undefined,
  other: Json | undefined,
): PlanField['type'] {
  if (target === undefined) return 'added';
  return other === undefined ? 'removed' : 'changed';
}

/** The value that a person chose. */
export function chosenValue(
  { choose, value }: Decision,
  source: Json | undefined,
  target: Json | undefined,
): Json | undefined {
  if (choose === 'value') return value;
  return choose === 'source' ? source : target;
}

/** What happened to a file, conflicts left aside. */
export function fileStatus(
  before: string | undefined,
  after: string | undefined,
): Exclude<MergeStatus, 'conflict' | 'refused'> {
  if (before === after) return 'unchanged';
  if (before === undefined) return 'created';
  return after === undefined ? 'deleted' : 'merged';
}

/** The same with conflicts: they matter more than what was taken. */
export function statusOf(
  before: string | undefined,
  after: string | undefined,
  fields: readonly PlanField[],
): MergeStatus {
  return fields.some(field => field.action === 'conflict')
    ? 'conflict'
    : fileStatus(before, after);
}
