import { LayoutApplication } from '@stagecraft/engine';
import { LiveRead } from '../../clusters';
import { ApplicationFacts, EnvironmentFacts } from '../facts/types';
import { syncedCommit } from '../facts/applications';
import { deployVerdict } from './deployVerdict';

const automated = { prune: true, selfHeal: true };

function app(
  status: object,
  syncPolicy: object = { automated },
  blocked = false,
): ApplicationFacts {
  return {
    application: {
      name: 'infra-dev',
      blocked,
      spec: {},
    } as unknown as LayoutApplication,
    live: {
      state: 'read',
      object: { spec: { syncPolicy }, status } as never,
    },
    ahead: false,
  };
}

const withLive = (live: LiveRead): ApplicationFacts => ({ ...app({}), live });

const judge = (
  applications: ApplicationFacts[],
  waiting: string[] = [],
  resources: object[] = [],
) =>
  deployVerdict(
    { applications, resources } as unknown as EnvironmentFacts,
    {
      fields: waiting.map(path => ({ resource: 'XCache/a', path })),
      since: waiting.length > 0 ? '2026-11-23T14:25:00Z' : undefined,
    },
    () => 'a.yaml cannot be read',
  );

const synced = { sync: { status: 'Synced' } };
const outOfSync = { sync: { status: 'OutOfSync' } };

describe('deployVerdict', () => {
  it.each([
    ['all is there', [app(synced)], [], 'deployed', undefined],
    [
      'self-heal is off',
      [app(synced, { automated: { selfHeal: false } })],
      [],
      'deployed',
      'self-heal off',
    ],
    [
      'nothing syncs by itself',
      [app(synced, {})],
      [],
      'deployed',
      'auto-sync off',
    ],
    [
      'automation is switched off',
      [app(synced, { automated: { ...automated, enabled: false } })],
      [],
      'deployed',
      'auto-sync off',
    ],
    ['a change waits', [app(outOfSync)], ['a', 'b'], 'waiting', undefined],
    ['drift alone is no waiting', [app(outOfSync)], [], 'deployed', undefined],
    [
      'the sync fails',
      [
        app({
          ...outOfSync,
          operationState: { phase: 'Failed', message: 'quota exceeded' },
        }),
      ],
      ['a'],
      'failing',
      'quota exceeded',
    ],
    [
      'an earlier failure is over',
      [app({ ...synced, operationState: { phase: 'Failed' } })],
      [],
      'deployed',
      undefined,
    ],
    [
      'it tries again',
      [
        app(
          { ...outOfSync, operationState: { phase: 'Running', retryCount: 2 } },
          { automated, retry: { limit: 3 } },
        ),
      ],
      ['a'],
      'waiting',
      'retry 2 of 3',
    ],
    [
      'a file stops it',
      [app(synced, {}, true)],
      [],
      'notApplied',
      'a.yaml cannot be read',
    ],
    [
      'Argo CD does not know it',
      [withLive({ state: 'missing' })],
      [],
      'notApplied',
      'Argo CD has no Application infra-dev.',
    ],
    [
      'Argo CD cannot be asked',
      [withLive({ state: 'unreadable', reason: 'refused' })],
      ['a'],
      'unknown',
      'refused',
    ],
    [
      'it was never compared',
      [app({})],
      [],
      'unknown',
      'Argo CD has not compared it yet.',
    ],
    [
      'the worst of several counts',
      [app(synced), withLive({ state: 'missing' })],
      [],
      'notApplied',
      'Argo CD has no Application infra-dev.',
    ],
  ])('%s', (_, applications, waiting, status, detail) => {
    expect(judge(applications, waiting)).toMatchObject({
      status,
      waiting: waiting.length,
    });
    expect(judge(applications, waiting).detail).toBe(detail);
  });

  it('says since when the oldest change waits', () => {
    expect(judge([app(outOfSync)], ['a']).since).toBe('2026-11-23T14:25:00Z');
  });

  it.each([
    ['inSync', 'read', 'deployed'],
    ['pending', 'read', 'waiting'],
    ['unknown', 'unreadable', 'unknown'],
  ])('without Argo CD the objects tell: %s', (verdict, state, status) => {
    const resources = [{ drift: { verdict }, live: { state, reason: 'no' } }];
    expect(judge([], [], resources).status).toBe(status);
  });
});

describe('syncedCommit', () => {
  const a = 'a'.repeat(40);
  const b = 'b'.repeat(40);
  it.each([
    ['synced', { sync: { status: 'Synced', revision: a } }, a],
    [
      'compared with a newer one',
      {
        sync: { status: 'OutOfSync', revision: a },
        history: [{ revision: 'x' }, { revision: b }],
      },
      b,
    ],
    [
      'several sources',
      { sync: { status: 'Synced', revisions: ['1.2.3', a] } },
      a,
    ],
    [
      'never deployed',
      { sync: { status: 'OutOfSync', revision: a } },
      undefined,
    ],
    ['nothing said', {}, undefined],
  ])('%s', (_, status, expected) => {
    expect(syncedCommit({ status: { ...status } as never })).toBe(expected);
  });
});
