import {
  FieldPath,
  JsonObject,
  getAt,
  listKindsFor,
  gvkOf,
  sameJson,
} from '../fields';
import { conclude, evidence, known, unknownReason } from './evidence';
import { Leaf, leavesOf } from './leaves';
import { byIdentity, resourceName } from './objects';
import { pathMatcher } from './pathGlob';
import { Evidence, GateFacts, GateVerdict } from './types';

type Sides = {
  readonly from: string;
  /** The object in Git of the previous environment, and as synced there. */
  readonly git?: JsonObject;
  readonly synced?: JsonObject;
  readonly isOverride: (path: FieldPath) => boolean;
};

type ChangedField = Leaf & { readonly removed: boolean };

function changedFields(
  before: JsonObject | undefined,
  after: JsonObject,
): ChangedField[] {
  const lists = listKindsFor(gvkOf(after));
  const old = leavesOf(before, lists);
  const now = leavesOf(after, lists);
  const set = [...now.values()]
    .filter(leaf => !sameJson(old.get(leaf.text)?.value, leaf.value))
    .map(leaf => ({ ...leaf, removed: false }));
  const removed = [...old.values()]
    .filter(leaf => getAt(after, leaf.path) === undefined)
    .map(leaf => ({ ...leaf, removed: true }));
  return [...set, ...removed];
}

function judgeField(
  resource: string,
  field: ChangedField,
  sides: Sides,
): Evidence[] {
  const { path, text, removed } = field;
  const wanted = removed ? undefined : field.value;
  const details = { resource, path: text };
  const inGit = getAt(sides.git, path);
  if (!sameJson(inGit ?? undefined, wanted)) {
    if (sides.isOverride(path)) {
      return [
        evidence('exists.override', `${text} is meant to differ`, details),
      ];
    }
    if (inGit === undefined) {
      return [
        evidence(
          'exists.field-missing',
          `${sides.from} does not have ${text}`,
          details,
        ),
      ];
    }
    return [
      evidence(
        'exists.value-differs',
        removed
          ? `${sides.from} still has ${text}`
          : `${sides.from} has another value of ${text}`,
        details,
      ),
    ];
  }
  if (
    sides.isOverride(path) ||
    sameJson(getAt(sides.synced, path) ?? undefined, wanted)
  ) {
    return [];
  }
  return [
    evidence(
      'exists.not-deployed',
      `${sides.from} has ${text} in Git, its cluster has not synced it`,
      details,
    ),
  ];
}

function judgeDeletion(resource: string, sides: Sides): Evidence[] {
  const details = { resource, path: '' };
  if (sides.git) {
    return [
      evidence(
        'exists.value-differs',
        `${sides.from} still has ${resource}`,
        details,
      ),
    ];
  }
  if (sides.synced) {
    return [
      evidence(
        'exists.not-deployed',
        `${sides.from} has removed ${resource} in Git, its cluster still has it`,
        details,
      ),
    ];
  }
  return [];
}

function judgeObject(
  before: JsonObject | undefined,
  after: JsonObject,
  sides: Sides,
): Evidence[] {
  const resource = resourceName(after);
  const fields = changedFields(before, after);
  if (fields.length === 0) return [];
  if (!sides.git) {
    return [
      evidence(
        'exists.object-missing',
        `${sides.from} does not have ${resource}`,
        { resource, path: '' },
      ),
    ];
  }
  if (sides.synced) {
    return fields.flatMap(field => judgeField(resource, field, sides));
  }
  // What Git has is judged as if it were there, and that it is not said once.
  const there = { ...sides, synced: sides.git };
  return [
    ...fields.flatMap(field => judgeField(resource, field, there)),
    evidence(
      'exists.not-deployed',
      `${sides.from} has ${resource} in Git, its cluster has not synced it`,
      { resource, path: '' },
    ),
  ];
}

/**
 * Every value that the change sets must be deployed in the environment before,
 * object and field; what it removes must be gone there.
 */
export function existsGate(
  facts: GateFacts,
  settings: NonNullable<GateFacts['rules']['exists']>,
): GateVerdict {
  const from = facts.from;
  const first = evidence('exists.first', 'There is no previous environment');
  if (!from) return conclude([], first);
  const gitFact = facts.git?.[from] ?? { unknown: 'it was not read' };
  const syncedFact = facts.synced?.[from] ?? gitFact;
  const unknown = unknownReason(gitFact) ?? unknownReason(syncedFact);
  if (unknown !== undefined) {
    const item = evidence(
      'exists.unknown',
      `${from} cannot be read: ${unknown}`,
      { why: unknown },
    );
    return conclude([item], first);
  }
  const git = byIdentity(known(gitFact));
  const synced = byIdentity(known(syncedFact));
  const before = byIdentity(facts.before);
  const after = byIdentity(facts.after);
  const isOverride = pathMatcher(settings.overrides);
  const items: Evidence[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const sides = {
      from,
      git: git.get(id),
      synced: synced.get(id),
      isOverride,
    };
    const [old, now] = [before.get(id), after.get(id)];
    if (now) items.push(...judgeObject(old, now, sides));
    else if (old) items.push(...judgeDeletion(resourceName(old), sides));
  }
  return conclude(
    items,
    evidence('exists.same', `Every changed value is deployed in ${from}`),
  );
}
