import {
  DiffLine,
  FileDiff,
  PlanDecision,
  PlanField,
  PromotionPlan,
  ShownValue,
} from '@stagecraft/plugin-environments-common';
import { commit, shown } from './build';
import { quoted } from './comparison';
import { gates } from './userService';

const CACHE = 'XRedisCache/user-session-cache';
const CONFIG = 'ConfigMap/user-service-config';

const mira = commit('9c1e4a2', 'Mira Holt', '2026-11-23T14:18:00Z');
const lea = commit('e20b5d1', 'Lea Brandt', '2026-11-18T10:00:00Z');

function field(
  name: string,
  action: PlanField['action'],
  source: ShownValue,
  target: ShownValue,
  more: Partial<PlanField> = {},
): PlanField {
  const why = action === 'take' ? 'sourceChanged' : 'override';
  const path = `spec.parameters.${name}`;
  return { resource: CACHE, path, action, why, source, target, ...more };
}

const fields: PlanField[] = [
  {
    resource: CONFIG,
    path: 'data.SESSION_TTL',
    action: 'decide',
    why: 'bothChanged',
    source: quoted('30m'),
    target: quoted('45m'),
    base: quoted('20m'),
    sourceCommit: mira,
    targetCommit: lea,
  },
  field('version', 'take', quoted('7.2'), quoted('7.0')),
  field('maxMemoryPolicy', 'take', shown('allkeys-lru'), shown(), {
    pays: 'INC-42',
  }),
  field('size', 'keep', shown('small'), shown('medium')),
  field('backup', 'keep', shown(false), shown(true)),
  field('replicas', 'keep', shown(), shown(3)),
];

type Kind = ' ' | '+' | '-';

/** Lines as a difference shows them: sign, text and what is said beside. */
function hunk(
  before: number,
  lines: Array<[Kind, string, DiffLine['note']?]>,
): DiffLine[] {
  let [old, now] = [before, before];
  return lines.map(([kind, text, note]) => {
    const line = { text, note };
    switch (kind) {
      case '+':
        return { ...line, type: 'added', after: now++ };
      case '-':
        return { ...line, type: 'removed', before: old++ };
      default:
        return { ...line, type: 'context', before: old++, after: now++ };
    }
  });
}

const cacheFile: FileDiff = {
  path: 'environments/staging/infrastructure/redis-cache.yaml',
  status: 'changed',
  added: 2,
  removed: 1,
  hunks: [
    hunk(8, [
      [' ', 'spec:'],
      [' ', '  parameters:'],
      [' ', '    size: medium  # load test of 3 Nov', 'kept'],
      ['-', '    version: "7.0"'],
      ['+', '    version: "7.2"'],
      [' ', '    backup: true', 'kept'],
      ['+', '    maxMemoryPolicy: allkeys-lru'],
      [' ', '    # two nodes are lost in a zone outage', 'kept'],
      [' ', '    replicas: 3', 'kept'],
      [' ', '    memory: 4Gi'],
    ]),
  ],
};

const configPath =
  'environments/staging/applications/user-service/config/config.yaml';

const waitingFile: FileDiff = {
  path: configPath,
  status: 'unchanged',
  added: 0,
  removed: 0,
  waitsForDecision: true,
  hunks: [
    hunk(8, [
      [' ', '  LOG_LEVEL: info'],
      [' ', '  SESSION_TTL: "45m"', 'undecided'],
      [' ', '  MAX_SESSIONS: "5"'],
    ]),
  ],
};

/** The file of the decided field, once the value is known. */
function decidedFile(value: string): FileDiff {
  return {
    path: configPath,
    status: 'changed',
    added: 1,
    removed: 1,
    hunks: [
      hunk(8, [
        [' ', '  LOG_LEVEL: info'],
        ['-', '  SESSION_TTL: "45m"'],
        ['+', `  SESSION_TTL: "${value}"`],
        [' ', '  MAX_SESSIONS: "5"'],
      ]),
    ],
  };
}

/** dev to staging with one field to decide, as planPromotion answers. */
export const plan: PromotionPlan = {
  service: 'user-service',
  from: 'dev',
  to: 'staging',
  planId: 'plan-1',
  sourceCommit: mira,
  targetCommit: commit('7d03b1e', 'Lea Brandt', '2026-11-23T14:26:00Z'),
  base: {
    by: 'trailer',
    commit: commit('4f2a91c', 'Jonas Weber', '2026-11-12T09:20:00Z'),
    request: 131,
  },
  fields,
  files: [cacheFile, waitingFile],
  gates,
  text: {
    title: 'Promote: user-service to staging',
    body: [
      '**Takes** version `7.2` and maxMemoryPolicy `allkeys-lru` for user-session-cache.',
      '**Keeps** size `medium`, backup `true`, replicas `3`.',
      '**Validated in dev**: healthy since 14:18.',
    ].join('\n\n'),
    trailers: [
      'Promoted-From: dev@9c1e4a2',
      'Promoted-By: mira.holt',
      'Gates: 5 pass, 3 wait',
    ],
  },
  empty: false,
  toDecide: 1,
};

const decidedGates: typeof gates = {
  ...gates,
  results: gates.results.map(gate =>
    gate.gate === 'parity'
      ? { ...gate, verdict: 'pass', evidence: ['9 of 9 rules hold.'] }
      : gate,
  ),
};

/** The plan after these decisions. */
export function planWith(decisions: PlanDecision[]): PromotionPlan {
  const made = fields.map((old): PlanField => {
    const decision = decisions.find(
      d => d.resource === old.resource && d.path === old.path,
    );
    return decision
      ? {
          ...old,
          why: 'decided',
          decided: decision.choose,
          action: decision.choose === 'target' ? 'keep' : 'take',
        }
      : old;
  });
  const open = made.filter(({ action }) => action === 'decide').length;
  const ttl = decisions.find(({ path }) => path === 'data.SESSION_TTL');
  const configFiles: Record<PlanDecision['choose'], FileDiff[]> = {
    source: [decidedFile('30m')],
    target: [],
    value: [decidedFile(String(ttl?.value))],
  };
  return {
    ...plan,
    planId: `plan-${decisions.length + 1}`,
    fields: made,
    files: [cacheFile, ...(ttl ? configFiles[ttl.choose] : [waitingFile])],
    gates: open > 0 ? gates : decidedGates,
    toDecide: open,
  };
}
