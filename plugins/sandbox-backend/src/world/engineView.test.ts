import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  createTree,
  detectDrift,
  layout,
  Layout,
  readXrds,
  ResourceDrift,
} from '@stagecraft/engine';
import { changeByHand } from '../routes/changeByHand';
import { startWorld } from './__testUtils__/startWorld';
import { untilSynced } from './__testUtils__/untilSynced';
import { CLUSTERS, REPOSITORY_URL } from './acme';
import type { World } from './World';

jest.setTimeout(30_000);

describe('what the engine says of the sandbox', () => {
  const directory = createMockDirectory();
  let world: World;
  let found: Layout;

  beforeAll(async () => {
    world = await startWorld(directory.path);
    const head = (await world.repository.head()) as string;
    found = layout(createTree(await world.repository.files(head)), {
      branch: 'main',
      repositoryUrls: [REPOSITORY_URL],
      clusters: CLUSTERS.map(({ name, server }) => ({ name, server })),
    });
    await untilSynced(world, found.applications.length);
  });

  afterAll(() => world.stop());

  /** Drift of every resource, by cluster and key. */
  async function drifts(): Promise<Map<string, ResourceDrift>> {
    const xrds = readXrds(found.resources.map(one => one.manifest));
    const result = new Map<string, ResourceDrift>();
    for (const resource of found.resources) {
      const { manifest } = resource;
      const cluster = CLUSTERS.find(one => one.server === resource.cluster);
      const live = await world.client(cluster?.name ?? '').get(manifest);
      const xrd = xrds.find(
        one => one.group === manifest.group && one.kind === manifest.kind,
      );
      result.set(
        `${cluster?.name} ${resource.key}`,
        detectDrift({
          desired: manifest.object,
          live: live
            ? { state: 'read', object: live as never }
            : { state: 'missing' },
          schema: xrd?.versions[0].schema,
          synced: true,
        }),
      );
    }
    return result;
  }

  it('finds everything in sync, with all that controllers wrote', async () => {
    const verdicts = [...(await drifts())].filter(
      ([, drift]) => drift.verdict !== 'inSync',
    );
    expect(verdicts).toEqual([]);
    expect(found.resources.length).toBeGreaterThan(40);
  });

  it('names what was changed by hand, and who did it', async () => {
    await changeByHand(world, ['replicas', 'paused', 'backupRetention']);
    const drifted = [...(await drifts())].filter(
      ([, drift]) => drift.verdict !== 'inSync',
    );
    expect(drifted.map(([key]) => key)).toEqual([
      'prod-eu1 platform.company.com/XPostgreSQL/user-service-production/user-database',
    ]);
    const items = drifted[0][1].items.map(item => [
      item.text,
      item.kind,
      item.cause,
      item.manager,
    ]);
    expect(items.sort()).toEqual([
      [
        'metadata.annotations["crossplane.io/paused"]',
        'added',
        'manual',
        'kubectl-annotate',
      ],
      ['spec.parameters.backupRetention', 'removed', 'unknown', undefined],
      ['spec.parameters.replicas', 'changed', 'manual', 'kubectl-edit'],
    ]);
  });
});
