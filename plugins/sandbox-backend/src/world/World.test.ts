import { createMockDirectory } from '@backstage/backend-test-utils';
import { KubeObject, listAt, textAt, valueAt } from '../kubernetes/objects';
import { changeByHand, undoChangesByHand } from '../routes/changeByHand';
import { eventually } from './__testUtils__/eventually';
import { startWorld } from './__testUtils__/startWorld';
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

describe('World', () => {
  const directory = createMockDirectory();
  let world: World;

  beforeAll(async () => {
    world = await startWorld(directory.path);
  });

  afterAll(() => world.stop());

  const application = (name: string) =>
    world.client('dev-eu1').get({ ...APP, name });

  it('brings every application to Synced and all but the failing one to Healthy', async () => {
    await eventually(
      () => world.client('dev-eu1').list(APP.apiVersion, APP.kind),
      found => {
        const states = Object.fromEntries(
          found.map(one => [
            one.metadata.name,
            `${textAt(one, 'status', 'sync', 'status')} ${textAt(
              one,
              'status',
              'health',
              'status',
            )}`,
          ]),
        );
        expect(states).toEqual({
          'infrastructure-dev': 'Synced Healthy',
          'infrastructure-staging': 'Synced Healthy',
          'infrastructure-production': 'Synced Healthy',
          'user-service-dev': 'Synced Healthy',
          'user-service-staging': 'Synced Healthy',
          'user-service-production': 'Synced Healthy',
          'payment-service-dev': 'Synced Healthy',
          'payment-service-staging': expect.stringMatching(
            /^Synced (Progressing|Degraded)$/,
          ),
          'payment-service-production': 'Synced Healthy',
          'platform-core-dev-eu1': 'Synced Healthy',
          'platform-core-stg-eu1': 'Synced Healthy',
          'platform-core-prod-eu1': 'Synced Healthy',
        });
      },
    );
  });

  it('composes what the composition says', async () => {
    const client = world.client('prod-eu1');
    const cache = await client.get({
      apiVersion: XP,
      kind: 'XRedisCache',
      namespace: 'production',
      name: 'user-session-cache',
    });
    expect(valueAt(cache, 'spec', 'crossplane', 'compositionRef', 'name')).toBe(
      'redis-composition',
    );
    const [group] = await client.list(
      'elasticache.aws.m.upbound.io/v1beta1',
      'ReplicationGroup',
    );
    expect(valueAt(group, 'spec', 'forProvider')).toMatchObject({
      nodeType: 'cache.r7g.xlarge',
      numCacheClusters: 3,
      snapshotRetentionLimit: 1,
    });
    const managers = (cache?.metadata.managedFields ?? []).map(one =>
      `${one.manager} ${one.operation} ${one.subresource ?? ''}`.trim(),
    );
    expect(managers.sort()).toEqual([
      'apiextensions.crossplane.io/composite Apply',
      'argocd-controller Apply',
      'crossplane Update',
      'crossplane Update status',
    ]);
  });

  it('says why the failing database does not become ready', async () => {
    const client = world.client('stg-eu1');
    const database = await client.get({
      apiVersion: XP,
      kind: 'XPostgreSQL',
      namespace: 'payment-service-staging',
      name: 'payment-database',
    });
    expect(condition(database, 'Ready')).toMatchObject({
      status: 'False',
      reason: 'Creating',
      message: expect.stringContaining('replicas'),
    });
    const [target] = await client.list(
      'appautoscaling.aws.m.upbound.io/v1beta1',
      'Target',
      { namespace: 'payment-service-staging' },
    );
    expect(condition(target, 'Synced')).toMatchObject({
      status: 'False',
      reason: 'ReconcileError',
      message: expect.stringContaining('allows 4'),
    });
    const events = await client.list('v1', 'Event', {
      namespace: 'payment-service-staging',
    });
    expect(events.map(one => one.reason)).toContain(
      'CannotCreateExternalResource',
    );
  });

  it('leaves a change by hand where self-heal is off, and undoes it once it is on', async () => {
    const client = world.client('prod-eu1');
    const database = {
      apiVersion: XP,
      kind: 'XPostgreSQL',
      namespace: 'user-service-production',
      name: 'user-database',
    };
    await changeByHand(world, ['replicas']);
    await eventually(
      () => application('user-service-production'),
      found =>
        expect(textAt(found, 'status', 'sync', 'status')).toBe('OutOfSync'),
    );
    const changed = await client.get(database);
    expect(valueAt(changed, 'spec', 'parameters', 'replicas')).toBe(5);
    expect(changed?.metadata.managedFields).toContainEqual(
      expect.objectContaining({
        manager: 'kubectl-edit',
        operation: 'Update',
        fieldsV1: { 'f:spec': { 'f:parameters': { 'f:replicas': {} } } },
      }),
    );
    await undoChangesByHand(world);
    await eventually(
      () => client.get(database),
      found => expect(valueAt(found, 'spec', 'parameters', 'replicas')).toBe(3),
    );
    await changeByHand(world, ['replicas', 'backupRetention', 'paused']);
    await eventually(
      () => client.get(database),
      found =>
        expect(condition(found, 'Synced')).toMatchObject({
          reason: 'ReconcilePaused',
        }),
    );
    await world
      .client('dev-eu1')
      .patch(
        { ...APP, name: 'user-service-production' },
        { spec: { syncPolicy: { automated: { selfHeal: true } } } },
        { manager: 'argocd-server' },
      );
    await eventually(
      () => client.get(database),
      found => expect(valueAt(found, 'spec', 'parameters', 'replicas')).toBe(3),
    );
  });
});
