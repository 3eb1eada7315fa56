import {
  Json,
  JsonObject,
  getAt,
  gvkOf,
  keyPath,
  listKindsFor,
  sameJson,
} from '../fields';
import { EvidenceCode } from './codes';
import { compareAs } from './compare';
import { conclude, evidence, shown } from './evidence';
import { leavesOf } from './leaves';
import { byIdentity, resourceName } from './objects';
import { pathMatcher } from './pathGlob';
import { disqualified } from './people';
import { Evidence, GateFacts, GateVerdict } from './types';

type Settings = NonNullable<GateFacts['rules']['destructive']>;
type Finding = { code: EvidenceCode; path: string; message: string };

const OFF: ReadonlySet<string> = new Set([
  '',
  'disabled',
  'false',
  'no',
  'none',
  'off',
]);

/** Whether a value switches something on. */
function isOn(value: Json | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return !OFF.has(value.toLowerCase());
  if (typeof value === 'number' || typeof value === 'bigint') {
    return Number(value) > 0;
  }
  return value !== false;
}

function decreased(
  type: 'quantity' | 'version',
  path: string,
  before: Json,
  after: Json | undefined,
): Finding[] {
  if (sameJson(before, after)) return [];
  const order =
    after === undefined ? undefined : compareAs(type, after, before);
  const change = `${path} changes from ${shown(before)} to ${shown(after)}`;
  if (order === undefined) {
    return [{ code: 'destructive.incomparable', path, message: change }];
  }
  if (order >= 0) return [];
  const code: EvidenceCode =
    type === 'quantity'
      ? 'destructive.storage-shrink'
      : 'destructive.version-downgrade';
  return [{ code, path, message: change }];
}

function fields(
  before: JsonObject,
  after: JsonObject,
  settings: Settings,
): Finding[] {
  const lists = listKindsFor(gvkOf(before));
  const isStorage = pathMatcher(settings.storage);
  const isVersion = pathMatcher(settings.version);
  const isBackup = pathMatcher(settings.backup);
  return [...leavesOf(before, lists).values()].flatMap(leaf => {
    const { text, value } = leaf;
    const now = getAt(after, leaf.path) ?? undefined;
    const found: Finding[] = [];
    if (isStorage(leaf.path))
      found.push(...decreased('quantity', text, value, now));
    if (isVersion(leaf.path))
      found.push(...decreased('version', text, value, now));
    if (isBackup(leaf.path) && isOn(value) && !isOn(now)) {
      const message = `${text} switches the backup off`;
      found.push({ code: 'destructive.backup-off', path: text, message });
    }
    return found;
  });
}

/** Where a composition is named: Crossplane v2, then v1 and claims. */
const COMPOSITIONS = [
  ['spec', 'crossplane', 'compositionRef', 'name'],
  ['spec', 'compositionRef', 'name'],
  ['spec', 'crossplane', 'compositionSelector', 'matchLabels'],
  ['spec', 'compositionSelector', 'matchLabels'],
];

function composition(before: JsonObject, after: JsonObject): Finding[] {
  return COMPOSITIONS.flatMap(keys => {
    const [old, now] = [before, after].map(item =>
      getAt(item, keyPath(...keys)),
    );
    if (old === undefined || now === undefined || sameJson(old, now)) return [];
    const path = keys.join('.');
    const message = `${path} selects another composition`;
    return [{ code: 'destructive.composition-switch', path, message }];
  });
}

function isConfirmed(facts: GateFacts, resource: string, path: string) {
  return (facts.confirmations ?? []).some(
    item =>
      item.resource === resource &&
      item.path === path &&
      item.by !== '' &&
      disqualified(item.by, facts.request) === undefined,
  );
}

/** What loses data needs a second person, whoever is in a hurry. */
export function destructiveGate(
  facts: GateFacts,
  settings: Settings,
): GateVerdict {
  const after = byIdentity(facts.after);
  const items: Evidence[] = [];
  for (const [id, before] of byIdentity(facts.before)) {
    const resource = resourceName(before);
    const now = after.get(id);
    const findings: Finding[] = now
      ? [...fields(before, now, settings), ...composition(before, now)]
      : [
          {
            code: 'destructive.delete',
            path: '',
            message: `${resource} is deleted`,
          },
        ];
    for (const { code, path, message } of findings) {
      const confirmed = isConfirmed(facts, resource, path);
      items.push(
        evidence(code, message, {
          resource,
          path,
          ...(confirmed && { confirmed }),
        }),
      );
    }
  }
  return conclude(
    items,
    evidence('destructive.none', 'Nothing that loses data'),
  );
}
