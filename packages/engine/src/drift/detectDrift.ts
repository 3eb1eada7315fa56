import { gvkOf, GroupVersionKind, JsonObject, typeOf } from '../fields';
import { applyIgnoreRules } from './applyIgnoreRules';
import { withDurations } from './durations';
import { hideSecretValues } from './hideSecrets';
import { isSecret, normaliserFor } from './normalise';
import { isOrphan } from './orphans';
import { Resource } from './resource';
import { DriftInput, DriftItem, DriftVerdict, ResourceDrift } from './types';

function result(
  verdict: DriftVerdict,
  reason?: string,
  items: readonly DriftItem[] = [],
): ResourceDrift {
  const rest = { suppressed: [], suspects: [], unsupportedRules: [] };
  return { verdict, reason, items, ...rest };
}

function resourceItem(cause: DriftItem['cause']): DriftItem {
  return { path: [], text: '', kind: 'resource', cause };
}

function missing(input: DriftInput): ResourceDrift {
  if (!input.desired) return result('inSync');
  const cause = input.synced === false ? 'pending' : 'unknown';
  return result('missing', 'The cluster does not have it.', [
    resourceItem(cause),
  ]);
}

function notInGit(live: JsonObject, input: DriftInput): ResourceDrift {
  if (!isOrphan(live, gvkOf(live), input.trackedHere)) {
    return result('inSync', 'Git does not manage it.');
  }
  const cause = input.synced === false ? 'pending' : 'unknown';
  return result('orphan', 'Git does not have it.', [resourceItem(cause)]);
}

function verdictOf(
  items: readonly DriftItem[],
  suspects: readonly DriftItem[],
): DriftVerdict {
  if (items.some(({ cause }) => cause !== 'pending' && cause !== 'mutated')) {
    return 'drifted';
  }
  // What admission may have changed is for a dry run to decide.
  if (items.some(({ cause }) => cause === 'mutated')) return 'suspect';
  if (items.length > 0) return 'pending';
  return suspects.length > 0 ? 'suspect' : 'inSync';
}

function compareObjects(
  desired: JsonObject,
  live: JsonObject,
  gvk: GroupVersionKind,
  input: DriftInput,
): ResourceDrift {
  const type = withDurations(typeOf(gvk, input.schema), input.durations);
  const normalise = normaliserFor(gvk, desired, live);
  const resource = new Resource(input, live, type, normalise);
  const found = applyIgnoreRules(
    normalise(desired),
    normalise(live),
    gvk,
    resource,
  );
  const show = isSecret(gvk)
    ? (list: readonly DriftItem[]) =>
        list.map(item => hideSecretValues(item, input.salt))
    : (list: readonly DriftItem[]) => list;
  return {
    verdict: verdictOf(found.items, found.suspects),
    items: show(found.items),
    suppressed: show(found.suppressed),
    suspects: show(found.suspects),
    unsupportedRules: found.unsupportedRules,
  };
}

/**
 * Compares what Git says of one resource with the live object: every
 * difference with its path, cause and author.
 *
 * Never throws and never takes what could not be read for "in sync": the
 * verdict is then `unknown`, with the reason. The rules are those of
 * docs/engine.md, "Drift".
 */
export function detectDrift(input: DriftInput): ResourceDrift {
  const { desired, live } = input;
  if (live.state === 'unreadable') return result('unknown', live.reason);
  if (live.state === 'missing') return missing(input);
  if (!desired) return notInGit(live.object, input);
  const gvk = gvkOf(desired);
  if (desired.apiVersion !== live.object.apiVersion) {
    return result(
      'unknown',
      `Git says ${desired.apiVersion}, the live object was read as ${live.object.apiVersion}.`,
    );
  }
  try {
    return compareObjects(desired, live.object, gvk, input);
  } catch (error) {
    // Objects nested so deeply that the stack ends are nobody's manifests.
    if (!(error instanceof RangeError)) throw error;
    return result('unknown', 'The object is nested too deeply.');
  }
}
