import {
  FieldPath,
  Json,
  JsonObject,
  getAt,
  gvkOf,
  listKindsFor,
  parsePath,
  sameJson,
} from '../fields';
import { compareAs } from './compare';
import { conclude, evidence, known, shown, unknownReason } from './evidence';
import { leavesOf } from './leaves';
import { byIdentity, identityOf, kindOf, resourceName } from './objects';
import { pathMatcher } from './pathGlob';
import { Evidence, GateFacts, GateVerdict, ParityRule } from './types';

type Settings = NonNullable<GateFacts['rules']['parity']>;
type Objects = ReadonlyMap<string, JsonObject>;
type Environment = Objects | { readonly unknown: string };

function environment(facts: GateFacts, name: string): Environment {
  const fact = facts.git?.[name] ?? { unknown: 'it was not read' };
  const why = unknownReason(fact);
  return why === undefined ? byIdentity(known(fact)) : { unknown: why };
}

/** Objects of the target with the change in it. */
function target(facts: GateFacts): Environment {
  const rest = facts.git?.[facts.to] && environment(facts, facts.to);
  if (rest && 'unknown' in rest) return rest;
  const objects = new Map(rest);
  for (const object of facts.before ?? []) objects.delete(identityOf(object));
  for (const [id, object] of byIdentity(facts.after)) objects.set(id, object);
  return objects;
}

function unreadable(name: string, why: string): Evidence {
  return evidence('parity.unknown', `${name} cannot be read: ${why}`, { why });
}

type Comparison = 'holds' | 'broken' | 'error';

function compare(
  rule: ParityRule,
  left: Json | undefined,
  right: Json | undefined,
): Comparison {
  const { op } = rule;
  const said = (holds: boolean) => (holds ? 'holds' : 'broken');
  if (op === '==' || op === '!=') {
    const both = left !== undefined && right !== undefined;
    const order = both && rule.as ? compareAs(rule.as, left, right) : undefined;
    const equal = order === undefined ? sameJson(left, right) : order === 0;
    return said(equal === (op === '=='));
  }
  // A value that is not there satisfies no bound; a bound that is not there is none.
  if (left === undefined) return 'broken';
  if (right === undefined) return 'error';
  const order = compareAs(rule.as ?? 'number', left, right);
  if (order === undefined) return 'error';
  switch (op) {
    case '>=':
      return said(order >= 0);
    case '<=':
      return said(order <= 0);
    case '>':
      return said(order > 0);
    case '<':
      return said(order < 0);
    default:
      return 'error';
  }
}

function judgeRule(
  rule: ParityRule,
  objects: Objects,
  facts: GateFacts,
): Evidence[] {
  const other =
    rule.env === undefined ? undefined : environment(facts, rule.env);
  // What cannot be read is said once for the whole gate.
  if (other && 'unknown' in other) return [];
  const path = parsePath(rule.path) ?? [];
  return [...objects].flatMap(([id, object]) => {
    if (kindOf(object) !== rule.kind) return [];
    const left = getAt(object, path) ?? undefined;
    const right = other
      ? getAt(other.get(id), path) ?? undefined
      : rule.value ?? undefined;
    const details = {
      resource: resourceName(object),
      path: rule.path,
      rule: rule.id,
    };
    const wanted = rule.env ?? shown(rule.value ?? null);
    switch (compare(rule, left, right)) {
      case 'holds':
        return [];
      case 'broken':
        return [
          evidence(
            'parity.broken',
            `${rule.id}: ${rule.path} must be ${rule.op} ${wanted}`,
            details,
          ),
        ];
      default:
        return [
          evidence(
            'parity.error',
            `${rule.id}: ${rule.path} cannot be compared with ${wanted}`,
            details,
          ),
        ];
    }
  });
}

function differences(
  object: JsonObject,
  other: JsonObject | undefined,
): Array<{ readonly path: FieldPath; readonly text: string }> {
  if (!other) return [{ path: [], text: '' }];
  const lists = listKindsFor(gvkOf(object));
  const left = leavesOf(object, lists);
  const right = leavesOf(other, lists);
  return [...new Map([...right, ...left]).values()].filter(
    ({ text }) => !sameJson(left.get(text)?.value, right.get(text)?.value),
  );
}

function policyOf(settings: Settings): 'deny' | 'warn' | 'allow' {
  return settings.default ?? 'warn';
}

/** The environments that the gate needs and that nobody could read. */
function judgeUnreadable(facts: GateFacts, settings: Settings): Evidence[] {
  const names = new Set((settings.rules ?? []).flatMap(({ env }) => env ?? []));
  if (facts.from && policyOf(settings) !== 'allow') names.add(facts.from);
  return [...names].flatMap(name => {
    const found = environment(facts, name);
    return 'unknown' in found ? [unreadable(name, found.unknown)] : [];
  });
}

function judgeDifferences(
  objects: Objects,
  facts: GateFacts,
  settings: Settings,
): Evidence[] {
  const policy = policyOf(settings);
  if (!facts.from || policy === 'allow') return [];
  const from = environment(facts, facts.from);
  if ('unknown' in from) return [];
  const isDeclared = pathMatcher(settings.differ);
  return [...objects].flatMap(([id, object]) => {
    const hasRule = pathMatcher(
      (settings.rules ?? [])
        .filter(rule => rule.kind === kindOf(object))
        .map(rule => rule.path),
    );
    return differences(object, from.get(id))
      .filter(({ path }) => !isDeclared(path) && !hasRule(path))
      .map(({ text }) =>
        evidence(
          policy === 'deny' ? 'parity.undeclared' : 'parity.noted',
          `${text || resourceName(object)} differs from ${
            facts.from
          }, nobody declared that`,
          { resource: resourceName(object), path: text },
        ),
      );
  });
}

/** Rules between environments hold, and every other difference is declared. */
export function parityGate(facts: GateFacts, settings: Settings): GateVerdict {
  const holds = evidence(
    'parity.holds',
    'All rules hold, every difference is declared',
  );
  const objects = target(facts);
  if ('unknown' in objects) {
    return conclude([unreadable(facts.to, objects.unknown)], holds);
  }
  const rules = (settings.rules ?? []).flatMap(rule =>
    judgeRule(rule, objects, facts),
  );
  const items = [
    ...rules,
    ...judgeDifferences(objects, facts, settings),
    ...judgeUnreadable(facts, settings),
  ];
  return conclude(items, holds);
}
