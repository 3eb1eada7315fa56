import { Random } from './random';

/** What differs between the manifests of a corpus. */
export interface Settings {
  readonly name: string;
  readonly kind: 'Deployment' | 'Service' | 'ConfigMap' | 'XPostgreSQLInstance';
  readonly team: string;
  readonly replicas: number;
  readonly version: string;
  readonly size: string;
  readonly level: string;
  /** Environment variables, in the order in which they are written. */
  readonly variables: readonly string[];
  /** Somebody explained the size here. */
  readonly comment?: string;
  /** Lists in the column of their key, not two to the right of it. */
  readonly flat: boolean;
  /** Text in double quotes where it needs none. */
  readonly quoted: boolean;
}

const WORDS = ['orders', 'billing', 'search', 'session', 'report', 'audit'];
const TEAMS = ['payments', 'growth', 'platform', 'data'];
const VARIABLES = ['DB_HOST', 'DB_PORT', 'CACHE_URL', 'LOG_LEVEL', 'REGION'];

function kind(random: Random): Settings['kind'] {
  if (random.chance(0.4)) return 'XPostgreSQLInstance';
  return random.pick(['Deployment', 'Service', 'ConfigMap'] as const);
}

/** The settings of one manifest; 40% are composite resources. */
export function randomSettings(random: Random, index: number): Settings {
  return {
    name: `${random.pick(WORDS)}-${index}`,
    kind: kind(random),
    team: random.pick(TEAMS),
    replicas: 1 + Math.floor(random.next() * 5),
    version: `1.${Math.floor(random.next() * 40)}.0`,
    size: random.pick(['small', 'medium', 'large']),
    level: random.pick(['info', 'debug', 'warn']),
    variables: VARIABLES.slice(0, 2 + Math.floor(random.next() * 4)),
    comment: random.chance(0.3) ? 'Agreed with the team in May.' : undefined,
    flat: random.chance(0.4),
    quoted: false,
  };
}

/** Another value in a field that this kind writes. */
export function withOtherValue(from: Settings): Settings {
  switch (from.kind) {
    case 'Deployment':
      return { ...from, replicas: from.replicas + 1 };
    case 'Service':
      return { ...from, team: `${from.team}-two` };
    case 'ConfigMap':
      return { ...from, level: `${from.level}-all` };
    default:
      return { ...from, size: `x${from.size}` };
  }
}

/** The same values written another way. */
export function writtenOtherwise(from: Settings): Settings {
  return {
    ...from,
    quoted: true,
    comment: 'Written otherwise, meant the same.',
    variables: [...from.variables].reverse(),
  };
}
