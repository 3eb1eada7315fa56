import { cleanPath, compareBytes } from './tree';

const RANKS: ReadonlyArray<readonly string[]> = [
  ['dev', 'development', 'sandbox', 'local', 'nonprod'],
  ['test', 'qa', 'int', 'integration'],
  ['staging', 'stage', 'stg', 'uat', 'preprod', 'pre'],
  ['prod', 'production', 'prd', 'live'],
];

/** The environment that a path below `environments/` belongs to. */
export function environmentOfPath(path: string): string | undefined {
  const [top, name] = cleanPath(path).split('/');
  return top === 'environments' && name ? name : undefined;
}

/** The environment that labels name. */
export function environmentOfLabels(
  labels: Readonly<Record<string, string>>,
): string | undefined {
  return labels.env || labels.environment || undefined;
}

/** Whole tokens count: `nonprod` is no production, `prod-eu` is one. */
function rankOf(name: string): number {
  const tokens = name.toLowerCase().split(/[^a-z0-9]+/);
  const rank = RANKS.findIndex(words => words.some(w => tokens.includes(w)));
  return rank < 0 ? RANKS.length : rank;
}

/**
 * Names in promotion order: configured ones first, then development, test,
 * staging, production and unknown words, each by name.
 */
export function inPromotionOrder(
  names: Iterable<string>,
  configured: readonly string[] = [],
): string[] {
  const position = (name: string) => {
    const index = configured.indexOf(name);
    return index < 0 ? configured.length : index;
  };
  return [...new Set(names)].sort(
    (a, b) =>
      position(a) - position(b) || rankOf(a) - rankOf(b) || compareBytes(a, b),
  );
}
