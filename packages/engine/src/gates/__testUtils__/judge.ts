import { JsonObject } from '../../fields';
import { Evidence, GateFacts, GateName, evaluateGates } from '..';

export const NOW = '2026-03-10T12:00:00Z';

/** An object of the kind that the examples are about. */
export function cache(parameters: object, name = 'cache'): JsonObject {
  return {
    apiVersion: 'platform.company.com/v1alpha1',
    kind: 'XRedisCache',
    metadata: { name },
    spec: { parameters },
  } as unknown as JsonObject;
}

/** Verdict and evidence of one gate, in short. */
export function judge(gate: GateName, facts: Omit<GateFacts, 'to'>) {
  const { gates } = evaluateGates({
    now: NOW,
    from: 'staging',
    to: 'production',
    ...facts,
  });
  const items = gates[gate]?.evidence ?? [];
  return [gates[gate]?.verdict, ...items.map(short)];
}

function short(item: Evidence): string {
  const detail =
    item.path || item.until || item.group || item.by || item.resource;
  const why = item.why === undefined ? undefined : `(${item.why})`;
  return [item.code, detail, item.missing, why]
    .filter(part => part !== undefined && part !== '')
    .join(' ');
}
