import { Json, JsonObject, getKey, isList, isObject } from '../fields';
import { Health, HealthStatus, assessHealth, worstHealth } from '../health';

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function verdict(item: JsonObject): Health {
  const parts = getKey(item, 'parts');
  if (isList(parts)) {
    const statuses = parts.map(part => text(getKey(part, 'status')));
    return { status: worstHealth(statuses as HealthStatus[]), message: '' };
  }
  const object = getKey(item, 'object');
  return assessHealth(isObject(object) ? object : undefined, {
    read: text(getKey(item, 'read')) || undefined,
    xrd: getKey(getKey(item, 'context'), 'xrd') === true,
  });
}

/** One case of cases/health.yaml: one object, or many verdicts, and the health expected. */
export function runHealthCase(item: JsonObject): string[] {
  const found = verdict(item);
  const expected = getKey(item, 'expect');
  const differences: string[] = [];
  const status = text(getKey(expected, 'status'));
  if (found.status !== status) {
    differences.push(
      `status: expected ${status}, found ${found.status} (${found.message})`,
    );
  }
  const contains = text(getKey(expected, 'messageContains'));
  if (!found.message.includes(contains)) {
    differences.push(
      `message: expected it to contain "${contains}", found "${found.message}"`,
    );
  }
  return differences;
}
