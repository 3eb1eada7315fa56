import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { JsonObject } from '@stagecraft/engine';
import { Jq } from '@stagecraft/engine-node';
import { dump } from 'js-yaml';
import { createGitRemote, GitRemote } from '../__testUtils__/gitRemote';
import { LiveRead, ObjectRef, WatchedCluster } from '../clusters';
import { migrationsDirectory } from '../database';
import { DatabaseLedgerStore } from '../ledger';
import { GitMirror } from '../repository';
import { ClusterDirectory } from './ClusterDirectory';
import { EnvironmentsBoard } from './EnvironmentsBoard';
import { GitRepositoryIndex } from './GitRepositoryIndex';
import { StepPlans } from './StepPlans';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3'],
  disableDocker: true,
});

const object = (service: string, environment: string, ttl: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: {
    name: `${service}-settings`,
    namespace: environment,
    labels: { 'app.kubernetes.io/part-of': service },
  },
  data: { ttl },
});

const file = (service: string, environment: string) =>
  `environments/${environment}/infrastructure/${service}.yaml`;

/** A watch cache that says what it was asked for. */
class FakeCluster implements WatchedCluster {
  readonly name = 'eu1';
  readonly asked: string[] = [];
  readonly objects = new Map<string, JsonObject>();
  kinds: string[] = [];
  freshness: 'live' | 'never' = 'live';

  state() {
    return { name: this.name, state: this.freshness };
  }
  kindState() {
    return { state: 'live' as const, at: '2026-11-23T14:00:00Z' };
  }
  list() {
    return [];
  }
  async events() {
    return { state: 'read' as const, items: [] };
  }
  setKinds(kinds: Iterable<{ kind: string }>) {
    this.kinds = [...kinds].map(({ kind }) => kind);
  }
  get({ namespace, name }: ObjectRef): LiveRead {
    this.asked.push(`${namespace}/${name}`);
    if (this.freshness === 'never') {
      return { state: 'unreadable', reason: 'The connection was refused' };
    }
    const found = this.objects.get(`${namespace}/${name}`);
    return found ? { state: 'read', object: found } : { state: 'missing' };
  }
}

describe('EnvironmentsBoard', () => {
  let remote: GitRemote;
  let mirror: GitMirror;
  let index: GitRepositoryIndex;
  let ledger: DatabaseLedgerStore;
  let cluster: FakeCluster;
  let board: EnvironmentsBoard;
  let published: Array<string[] | undefined>;

  const ref = (service: string, environment: string) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    namespace: environment,
    name: `${service}-settings`,
  });

  function createBoard() {
    return new EnvironmentsBoard({
      jq: new Jq(),
      indexes: [index],
      clusters: new ClusterDirectory([cluster], [], []),
      ledger,
      plans: new StepPlans({
        planPromotion: async () => {
          throw new Error('No plan in this test');
        },
      }),
      publish: async ({ services }) => {
        published.push(services);
      },
      logger: mockServices.logger.mock(),
    });
  }

  async function push(files: Record<string, string | undefined>) {
    remote.commit('change', files);
    await mirror.fetch();
    await index.refresh();
    await board.repositoryChanged(index);
    await board.settled();
  }

  function putLive(service: string, environment: string, ttl: string) {
    cluster.objects.set(
      `${environment}/${service}-settings`,
      object(service, environment, ttl),
    );
  }

  beforeEach(async () => {
    const db = await databases.init('SQLITE_3');
    await db.migrate.latest({ directory: migrationsDirectory });
    ledger = DatabaseLedgerStore.create({ db });
    remote = createGitRemote();
    mirror = await GitMirror.open({
      name: 'acme/gitops',
      url: remote.url,
      branch: 'main',
      directory: `${remote.directory}/data`,
      logger: mockServices.logger.mock(),
    });
    index = GitRepositoryIndex.create({
      config: {
        name: 'acme/gitops',
        url: remote.url,
        branch: 'main',
        argoUrls: [],
      },
      repository: mirror,
      order: [],
      overrides: [],
      clusters: undefined,
    });
    cluster = new FakeCluster();
    published = [];
    board = createBoard();
    const files: Record<string, string> = {};
    for (const service of ['shop', 'ledger']) {
      for (const environment of ['dev', 'production']) {
        files[file(service, environment)] = dump(
          object(service, environment, '20m'),
        );
        putLive(service, environment, '20m');
      }
    }
    await push(files);
    cluster.asked.splice(0);
    published.splice(0);
  });

  afterEach(async () => {
    board.stop();
    await mirror.close();
    remote.cleanup();
  });

  const drift = async (service: string, environment: string) => {
    const card = await ledger.getEnvironment(service, environment);
    return card?.state === 'read' ? card.drift.drifted : undefined;
  };

  it('watches what the repository names, and Applications', () => {
    expect(cluster.kinds.sort()).toEqual(['Application', 'ConfigMap']);
  });

  it('looks only at the environment in which something happened', async () => {
    putLive('shop', 'production', '99m');
    board.clusterChanged({ cluster: 'eu1', ref: ref('shop', 'production') });
    await board.settled();
    expect(cluster.asked).toEqual(['production/shop-settings']);
    expect(published).toEqual([['shop']]);
    expect(await drift('shop', 'production')).toBe(1);
    expect(await drift('shop', 'dev')).toBe(0);
  });

  it('says nothing when nothing looks different', async () => {
    board.clusterChanged({ cluster: 'eu1', ref: ref('shop', 'dev') });
    board.clusterChanged({
      cluster: 'eu1',
      ref: { ...ref('shop', 'dev'), name: 'somebody-elses' },
    });
    await board.settled();
    expect(cluster.asked).toEqual(['dev/somebody-elses', 'dev/shop-settings']);
    expect(published).toEqual([]);
  });

  it('looks only at the services that a push touched', async () => {
    await push({
      [file('ledger', 'dev')]: dump(object('ledger', 'dev', '30m')),
    });
    expect(cluster.asked.sort()).toEqual([
      'dev/ledger-settings',
      'production/ledger-settings',
    ]);
    expect(published).toEqual([['ledger']]);
  });

  it('forgets a service that is gone', async () => {
    await push({
      [file('ledger', 'dev')]: undefined,
      [file('ledger', 'production')]: undefined,
    });
    expect(published).toEqual([['ledger']]);
    expect((await ledger.listServices()).map(({ service }) => service)).toEqual(
      ['shop'],
    );
  });

  it('looks at every environment of a cluster whose state changed', async () => {
    board.clusterChanged({ cluster: 'eu1' });
    await board.settled();
    expect(new Set(cluster.asked).size).toBe(4);
  });

  it('keeps what was known of a cluster that does not answer after a restart', async () => {
    putLive('shop', 'production', '99m');
    board.clusterChanged({ cluster: 'eu1', ref: ref('shop', 'production') });
    await board.settled();
    const at = '2026-11-23T14:02:00Z';
    await ledger.putClusterState({ name: 'eu1', state: 'live', at });
    board.stop();

    cluster.freshness = 'never';
    board = createBoard();
    await board.repositoryChanged(index);
    await board.settled();
    const card = await ledger.getEnvironment('shop', 'production');
    expect(card).toMatchObject({
      freshness: { state: 'stale', at },
      drift: { drifted: 1 },
      health: { status: 'Healthy' },
      notes: [
        {
          code: 'cluster-unreachable',
          since: at,
          detail: expect.stringContaining('may be wrong'),
        },
      ],
    });
    expect(await ledger.listDrift()).toHaveLength(1);
  });
});
