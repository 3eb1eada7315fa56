import {
  Json,
  JsonObject,
  getKey,
  isList,
  isObject,
  sameJson,
} from '../fields';
import { Evidence, GateFacts, GateName, evaluateGates } from '../gates';
import { Xrd, readXrds } from '../schema';

function definitions(
  names: Json | undefined,
  known: Json | undefined,
): readonly Xrd[] {
  const objects = (isList(names) ? names : []).flatMap(name => {
    const object = typeof name === 'string' ? getKey(known, name) : name;
    return isObject(object) ? [{ object }] : [];
  });
  return readXrds(objects);
}

function matches(wanted: Json, found: Evidence): boolean {
  if (!isObject(wanted)) return false;
  const given = found as unknown as JsonObject;
  return Object.keys(wanted).every(key =>
    sameJson(getKey(given, key), wanted[key]),
  );
}

/** The expected items that no item of their own was found for. */
function unmatched(wanted: readonly Json[], found: readonly Evidence[]) {
  const owner = new Map<number, number>();
  const assign = (index: number, tried: Set<number>): boolean =>
    found.some((item, position) => {
      if (tried.has(position) || !matches(wanted[index], item)) return false;
      tried.add(position);
      const other = owner.get(position);
      if (other !== undefined && !assign(other, tried)) return false;
      owner.set(position, index);
      return true;
    });
  const missing = wanted.filter((_, index) => !assign(index, new Set()));
  const extra = found.filter((_, position) => !owner.has(position));
  return { missing, extra };
}

function summary(item: Evidence): string {
  const { level: _level, message, ...rest } = item;
  return `${JSON.stringify(rest)} (${message})`;
}

/**
 * One case of cases/gates.yaml: facts and the verdicts expected. The
 * definitions that cases name stand in the head of the file.
 */
export function runGatesCase(item: JsonObject, head?: JsonObject): string[] {
  const input = getKey(item, 'input');
  if (!isObject(input)) return ['the case has no input'];
  const facts = {
    ...input,
    rules: getKey(input, 'rules') ?? {},
    xrds: definitions(getKey(input, 'xrds'), head && getKey(head, 'xrds')),
  } as unknown as GateFacts;
  const { gates, decision } = evaluateGates(facts);
  const expected = getKey(item, 'expect');
  const differences: string[] = [];
  for (const name of isObject(expected) ? Object.keys(expected) : []) {
    const wanted = getKey(expected, name);
    if (name === 'decision') {
      if (wanted !== decision) {
        differences.push(`decision: expected ${wanted}, found ${decision}`);
      }
      continue;
    }
    const found = gates[name as GateName];
    const verdict = getKey(wanted, 'verdict');
    if (verdict !== found?.verdict) {
      differences.push(
        `${name}: expected ${verdict}, found ${found?.verdict ?? 'no verdict'}`,
      );
    }
    const items = getKey(wanted, 'evidence');
    const { missing, extra } = unmatched(
      isList(items) ? items : [],
      found?.evidence ?? [],
    );
    for (const one of missing) {
      differences.push(`${name}: missing evidence ${JSON.stringify(one)}`);
    }
    if (isList(items)) {
      for (const one of extra) {
        differences.push(`${name}: unexpected evidence ${summary(one)}`);
      }
    }
  }
  return differences;
}
