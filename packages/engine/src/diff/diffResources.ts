import { keyPath, listKindsFor } from '../fields';
import { diffObjects } from './diffObjects';
import { Change, DiffSide, ResourceDiffOptions } from './types';

const ALWAYS_IDENTITY = [keyPath('metadata', 'namespace'), keyPath('status')];

/**
 * Compares the same resource in two environments. What names the environment
 * is left out: the namespace, and what the environment map declares. The API
 * version is content; the lists are matched as the left side's type says.
 */
export function diffResources(
  left: DiffSide,
  right: DiffSide,
  options: ResourceDiffOptions = {},
): Change[] {
  if (left.object === right.object) return [];
  return diffObjects(left.object, right.object, {
    lists: listKindsFor(left, options.schema),
    identity: [...ALWAYS_IDENTITY, ...(options.identity ?? [])],
  });
}
