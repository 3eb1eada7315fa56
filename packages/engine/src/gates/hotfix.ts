import { Json, JsonObject, getAt, parsePath, sameJson } from '../fields';
import { conclude, evidence, known, unknownReason } from './evidence';
import { resourceName } from './objects';
import { Evidence, GateFacts, GateObligation, GateVerdict } from './types';

function byResource(
  objects: readonly JsonObject[] | undefined,
): ReadonlyMap<string, JsonObject> {
  return new Map((objects ?? []).map(item => [resourceName(item), item]));
}

/** Null and absent are the same: there is no value. */
function same(left: Json | undefined, right: Json | undefined): boolean {
  return sameJson(left ?? undefined, right ?? undefined);
}

function waiverOf(facts: GateFacts, { resource, path }: GateObligation) {
  return facts.waivers?.find(
    item =>
      item.path === path &&
      item.by !== '' &&
      (item.resource === undefined || item.resource === resource),
  );
}

function judge(
  obligation: GateObligation,
  before: JsonObject | undefined,
  after: JsonObject | undefined,
  facts: GateFacts,
): Evidence[] {
  const { resource, path, incident } = obligation;
  // The change is not about this object.
  if (!before && !after) return [];
  const steps = parsePath(path);
  const read = (object: JsonObject | undefined) =>
    steps ? getAt(object, steps) : undefined;
  const value = read(after);
  if (same(value, obligation.value)) return [];
  if (before && after && same(read(before), value)) return [];
  const details = { resource, path, ...(incident && { incident }) };
  const fix = incident ? `the hotfix for ${incident}` : 'a hotfix';
  if (!same(value, obligation.before)) {
    return [
      evidence('hotfix.changed', `Replaces ${fix} by a third value`, details),
    ];
  }
  const waiver = waiverOf(facts, obligation);
  if (waiver) {
    return [
      evidence(
        'hotfix.waived',
        `Undoes ${fix}; ${waiver.by} answers for it${
          waiver.reason ? `: ${waiver.reason}` : ''
        }`,
        { ...details, by: waiver.by },
      ),
    ];
  }
  return [
    evidence(
      'hotfix.undone',
      `Brings back the value from before ${fix}`,
      details,
    ),
  ];
}

/** Unpaid hotfixes of the target must stay in force. */
export function hotfixGate(facts: GateFacts): GateVerdict {
  const none = evidence('hotfix.none', 'No unpaid hotfix');
  const why = unknownReason(facts.obligations);
  if (why !== undefined) {
    const item = evidence('hotfix.unknown', `Not known: ${why}`, { why });
    return conclude([item], none);
  }
  const obligations = known(facts.obligations) ?? [];
  if (obligations.length === 0) return conclude([], none);
  const [before, after] = [byResource(facts.before), byResource(facts.after)];
  const items = obligations.flatMap(item =>
    judge(item, before.get(item.resource), after.get(item.resource), facts),
  );
  return conclude(
    items,
    evidence('hotfix.kept', 'All unpaid hotfixes stay in force'),
  );
}
