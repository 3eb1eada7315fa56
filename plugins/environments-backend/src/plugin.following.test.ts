import { cacheFile, cacheYaml } from './__testUtils__/environmentsWorld';
import { RunningPlugin } from './__testUtils__/runningPlugin';
import { waitFor } from './__testUtils__/waitFor';

jest.mock('./clusters/loadClient');
jest.setTimeout(60_000);

describe('the plugin follows Git and cluster', () => {
  let plugin: RunningPlugin;

  beforeAll(async () => {
    plugin = await RunningPlugin.start();
  });
  afterAll(() => plugin?.stop());
  beforeEach(() => plugin.forget());

  const production = { size: 'large', version: '7.2' };

  beforeAll(async () => {
    plugin.world.commitCache('chore: pin production', { production });
    plugin.world.sync();
    await waitFor(async () => {
      const { deploy } = await plugin.card('production');
      const cache = await plugin.cache('production');
      const version = cache?.values[1].git;
      const isThere = version?.state === 'value' && version.text === '7.2';
      if (deploy.status !== 'deployed' || !isThere) {
        throw new Error(`not yet: ${deploy.status}`);
      }
    });
  });

  it('shows a change by hand, with its author, and forgets it when it is put back', async () => {
    plugin.world.putCache(
      'production',
      { ...production, version: '6.2', replicas: 5 },
      { manager: 'kubectl-edit', time: '2026-11-22T20:58:00Z' },
    );
    await waitFor(async () => {
      const { drift } = await plugin.card('production');
      expect(drift).toMatchObject({ status: 'drifted', drifted: 2 });
    });

    expect(await plugin.cache('production')).toMatchObject({
      drift: { status: 'drifted', fields: 2 },
      values: [
        { label: 'size' },
        {
          label: 'version',
          git: { text: '7.2' },
          live: { text: '6.2' },
          mark: 'drift',
        },
        {
          label: 'replicas',
          git: { state: 'absent' },
          live: { text: '5' },
          mark: 'drift',
        },
      ],
    });
    const { body } = await plugin.get('/drift').expect(200);
    expect(body.items).toMatchObject([
      {
        service: 'shop',
        environment: 'production',
        resource: 'XCache/sessions',
        path: 'spec.parameters.replicas',
        kind: 'added',
        cause: 'manual',
        manager: 'kubectl-edit',
        atOrBefore: '2026-11-22T20:58:00Z',
        firstSeen: expect.any(String),
      },
      {
        path: 'spec.parameters.version',
        kind: 'changed',
        git: { text: '7.2' },
        live: { text: '6.2' },
        origin: { file: cacheFile('production'), line: 11 },
      },
    ]);
    const { body: drift } = await plugin
      .get('/services/shop/drift?environment=production')
      .expect(200);
    expect(drift.environments).toMatchObject([
      {
        environment: 'production',
        whyItLasts: 'self-heal is off for infra-production',
        summary: { since: '2026-11-22T20:58:00Z' },
      },
    ]);

    plugin.world.putCache('production', production);
    await waitFor(async () =>
      expect((await plugin.card('production')).drift.status).toBe('none'),
    );
    expect((await plugin.get('/drift').expect(200)).body.items).toEqual([]);
  });

  it('gives a removed field a window instead of an author', async () => {
    const before = new Date().toISOString();
    plugin.world.putCache(
      'production',
      { size: 'large' },
      { manager: 'kubectl-edit', time: '2026-11-22T20:58:00Z' },
    );
    await waitFor(async () =>
      expect((await plugin.card('production')).drift.drifted).toBe(1),
    );
    const { body } = await plugin.get('/drift').expect(200);
    expect(body.items[0]).toMatchObject({
      kind: 'removed',
      live: { state: 'absent' },
      between: { to: expect.any(String) },
    });
    expect(body.items[0].manager).toBeUndefined();
    expect(body.items[0].between.to >= before).toBe(true);
    plugin.world.putCache('production', production);
    await waitFor(async () =>
      expect((await plugin.card('production')).drift.status).toBe('none'),
    );
  });

  it('shows a push', async () => {
    plugin.world.commitCache('feat: Redis 7.4 (dev)', {
      dev: { size: 'small', version: '7.4' },
    });
    await waitFor(async () => {
      expect((await plugin.cache('dev'))?.values[1].git).toMatchObject({
        text: '7.4',
      });
    });
    expect((await plugin.card('dev')).revision?.subject).toBe(
      'feat: Redis 7.4 (dev)',
    );
  });

  it.each([
    [
      'that stops its Application',
      `${cacheYaml('dev', { size: 'small' })}  bad: [1\n`,
      'notApplied',
    ],
    ['that Argo CD passes over', 'kind: [XCache\n', 'waiting'],
  ])(
    'names a file %s where it matters, and shows the rest',
    async (_, text, status) => {
      plugin.world.remote.commit('oops', { [cacheFile('dev')]: text });
      await waitFor(async () =>
        expect((await plugin.card('dev')).notes).toMatchObject([
          {
            code: 'file-unreadable',
            tone: 'negative',
            origin: { file: cacheFile('dev'), line: expect.any(Number) },
          },
        ]),
      );
      const dev = await plugin.card('dev');
      expect(dev.deploy.status).toBe(status);
      expect(dev.resources).toHaveLength(2);
      expect(dev.resources[0]).toMatchObject({
        resource: 'XCache/sessions',
        unreadable: expect.any(String),
        values: [{}, { git: { text: '7.4' } }],
      });
      const { body } = await plugin
        .get('/services/shop/environments')
        .expect(200);
      expect(body.steps[0]).toMatchObject({
        state: 'notCompared',
        reason: '1 file cannot be read',
      });
      expect((await plugin.card('production')).notes).toEqual([]);
      expect((await plugin.card('production')).health.status).toBe('Healthy');
      plugin.world.commitCache('fix', {
        dev: { size: 'small', version: '7.4' },
      });
      await waitFor(async () =>
        expect((await plugin.card('dev')).notes).toEqual([]),
      );
    },
  );

  it('says since when a cluster does not answer, and keeps its values', async () => {
    await plugin.world.cluster.stop();
    await waitFor(async () =>
      expect((await plugin.card('production')).freshness.state).toBe('stale'),
    );
    const stale = await plugin.card('production');
    expect(stale.notes).toMatchObject([
      {
        code: 'cluster-unreachable',
        title: 'eu1 does not answer',
        since: stale.freshness.at,
      },
    ]);
    expect(stale.health.status).toBe('Healthy');
    const { body } = await plugin.get('/services').expect(200);
    expect(body.clusters).toMatchObject([
      { name: 'eu1', state: 'stale', since: expect.any(String) },
    ]);
    expect(body.items[0].cells[1].staleSince).toBe(stale.freshness.at);
    await plugin.world.cluster.start();
    await waitFor(async () =>
      expect((await plugin.card('production')).freshness.state).toBe('live'),
    );
    expect((await plugin.card('production')).notes).toEqual([]);
  });
});
