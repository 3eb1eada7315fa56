import { createMockDirectory } from '@backstage/backend-test-utils';
import { KubeObject, listAt, textAt, valueAt } from '../kubernetes/objects';
import { breakFile, repairFile } from '../routes/brokenFile';
import { eventually } from './__testUtils__/eventually';
import { startWorld } from './__testUtils__/startWorld';
import { untilSynced } from './__testUtils__/untilSynced';
import type { World } from './World';

const XP = 'platform.company.com/v1alpha1';
const APP = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  namespace: 'argocd',
};

function condition(object: KubeObject | undefined, type: string) {
  return listAt(object, 'status', 'conditions').find(
    one => textAt(one, 'type') === type,
  );
}

jest.setTimeout(30_000);

describe('a push or a lost cluster', () => {
  const directory = createMockDirectory();
  let world: World;

  beforeAll(async () => {
    world = await startWorld(directory.path);
    await untilSynced(world, 12);
  });

  afterAll(() => world.stop());

  const application = (name: string) =>
    world.client('dev-eu1').get({ ...APP, name });

  it('names a file that cannot be read, keeps the rest going, and recovers', async () => {
    await breakFile(world);
    await eventually(
      () => application('infrastructure-staging'),
      found => {
        expect(
          condition(found, 'ComparisonError') ??
            listAt(found, 'status', 'conditions')[0],
        ).toMatchObject({
          type: 'ComparisonError',
          message: expect.stringContaining('redis-cache.yaml'),
        });
        expect(textAt(found, 'status', 'sync', 'status')).toBe('Unknown');
      },
    );
    expect(
      textAt(
        await application('infrastructure-dev'),
        'status',
        'sync',
        'status',
      ),
    ).toBe('Synced');
    await repairFile(world);
    await eventually(
      () => application('infrastructure-staging'),
      found => {
        expect(textAt(found, 'status', 'sync', 'status')).toBe('Synced');
        expect(listAt(found, 'status', 'conditions')).toEqual([]);
      },
    );
  });

  it('syncs a pushed commit and prunes what it took away', async () => {
    const client = world.client('dev-eu1');
    const path = 'environments/dev/infrastructure/redis-cache.yaml';
    const text = (await world.repository.readFile(path)) as string;
    const cache = {
      apiVersion: XP,
      kind: 'XRedisCache',
      namespace: 'dev',
      name: 'user-session-cache',
    };
    const author = { name: 'Mira Holt', email: 'mira.holt@acme.example' };
    const commit = await world.repository.commit({
      message: 'feat: more memory',
      author,
      time: new Date(),
      files: new Map([[path, text.replace('memory: 4Gi', 'memory: 6Gi')]]),
    });
    await eventually(
      () => client.get(cache),
      found =>
        expect(valueAt(found, 'spec', 'parameters', 'memory')).toBe('6Gi'),
      3_000,
    );
    await eventually(
      () => application('infrastructure-dev'),
      found => {
        const history = listAt(found, 'status', 'history');
        expect(textAt(history[history.length - 1], 'revision')).toBe(commit);
      },
    );
    await world.repository.commit({
      message: 'chore: payments without a database of their own in dev',
      author,
      time: new Date(),
      files: new Map([
        [
          'applications/payment-service/infrastructure/postgres.yaml',
          undefined,
        ],
      ]),
    });
    const namespace = 'payment-service-dev';
    await eventually(
      () => client.list(XP, 'XPostgreSQL', { namespace }),
      found => expect(found).toEqual([]),
    );
    await eventually(
      () =>
        client.list('rds.aws.m.upbound.io/v1beta1', 'Cluster', { namespace }),
      found => expect(found).toEqual([]),
    );
    const staging = await world
      .client('stg-eu1')
      .list(XP, 'XPostgreSQL', { namespace: 'payment-service-staging' });
    expect(staging).toHaveLength(1);
  });

  it('says that a cluster cannot be reached', async () => {
    world.server.setReachable(world.cluster('stg-eu1'), false);
    await eventually(
      () => application('user-service-staging'),
      found =>
        expect(
          textAt(listAt(found, 'status', 'conditions')[0], 'message'),
        ).toContain('stg-eu1'),
    );
    world.server.setReachable(world.cluster('stg-eu1'), true);
    await eventually(
      () => application('user-service-staging'),
      found => expect(textAt(found, 'status', 'sync', 'status')).toBe('Synced'),
    );
  });
});
