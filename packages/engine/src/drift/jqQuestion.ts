import { gvkOf } from '../fields';
import { jqExpressions } from './ignore';
import { normaliserFor } from './normalise';
import { DriftInput, JqQuestion } from './types';

/**
 * What has to be put to jq before a comparison: the expressions of
 * `jqPathExpressions` that are more than a plain path. Undefined if there are
 * none. Ask for `[path(EXPRESSION)]` of both objects and give the answers to
 * `detectDrift` as `jq`. Argo CD deletes the same places with
 * `del(EXPRESSION)`.
 */
export function jqQuestion(input: DriftInput): JqQuestion | undefined {
  const { desired, live, ignore } = input;
  if (!desired || live.state !== 'read' || !ignore?.length) return undefined;
  const gvk = gvkOf(desired);
  const expressions = jqExpressions(ignore, gvk, live.object);
  if (expressions.length === 0) return undefined;
  const normalise = normaliserFor(gvk, desired, live.object);
  return {
    expressions,
    desired: normalise(desired),
    live: normalise(live.object),
  };
}
