import { KubeServer } from '../__testUtils__/kubeServer';
import { waitFor } from '../__testUtils__/waitFor';
import { KubernetesCluster } from './KubernetesCluster';
import { KubernetesConnection } from './KubernetesConnection';
import { ClusterChange } from './types';

jest.mock('./loadClient');
jest.setTimeout(30_000);

const CACHE = { apiVersion: 'platform.company.com/v1alpha1', kind: 'XCache' };
const CACHES = '/apis/platform.company.com/v1alpha1/xcaches';
const MAPS = '/api/v1/configmaps';
const MAP = { apiVersion: 'v1', kind: 'ConfigMap' };

const cache = (name: string, spec: object = { size: 'small' }) => ({
  ...CACHE,
  metadata: { name, namespace: 'dev', managedFields: [{ manager: 'argocd' }] },
  spec: { ...spec },
});

describe('KubernetesCluster', () => {
  let server: KubeServer;
  let cluster: KubernetesCluster;
  let changes: ClusterChange[];

  function connect(token = 'reader') {
    changes = [];
    cluster = KubernetesCluster.create({
      name: 'dev-eu1',
      connection: new KubernetesConnection({
        name: 'dev-eu1',
        url: server.url,
        auth: { type: 'token', token },
        skipTLSVerify: false,
      }),
      onChange: change => changes.push(change),
    });
  }

  const live = (name: string) =>
    cluster.get({ ...CACHE, namespace: 'dev', name });

  beforeEach(async () => {
    server = new KubeServer()
      .serve('platform.company.com/v1alpha1', {
        plural: 'xcaches',
        kind: 'XCache',
        namespaced: true,
      })
      .serve('v1', {
        plural: 'configmaps',
        kind: 'ConfigMap',
        namespaced: true,
      });
    await server.start();
    connect();
  });

  afterEach(async () => {
    cluster.stop();
    await server.stop();
  });

  it('lists in pages, keeps raw objects, and follows changes', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e'])
      server.put(CACHES, cache(name));
    expect(live('e')).toMatchObject({ state: 'unreadable' });
    cluster.setKinds([CACHE]);
    await waitFor(() =>
      expect(live('e')).toMatchObject({
        state: 'read',
        object: { metadata: { managedFields: [{ manager: 'argocd' }] } },
      }),
    );
    expect(cluster.list(CACHE)).toHaveLength(5);
    expect(live('nobody')).toEqual({ state: 'missing' });
    expect(cluster.state()).toMatchObject({ name: 'dev-eu1', state: 'live' });
    expect([...server.tokens]).toEqual(['Bearer reader']);

    changes.length = 0;
    server.put(CACHES, cache('e', { size: 'large', unknownField: [1] }));
    server.remove(CACHES, 'dev/a');
    await waitFor(() => expect(live('a')).toEqual({ state: 'missing' }));
    expect(live('e')).toMatchObject({
      object: { spec: { size: 'large', unknownField: [1] } },
    });
    expect(changes).toEqual([
      {
        cluster: 'dev-eu1',
        ref: { ...CACHE, namespace: 'dev', name: 'e' },
      },
      {
        cluster: 'dev-eu1',
        ref: { ...CACHE, namespace: 'dev', name: 'a' },
      },
    ]);
  });

  it('goes on after the server ends a watch, without listing again', async () => {
    server.put(CACHES, cache('a'));
    cluster.setKinds([CACHE]);
    await waitFor(() => expect(live('a')).toMatchObject({ state: 'read' }));
    const lists = () =>
      server.requests.filter(
        path => path.startsWith(`${CACHES}?`) && !path.includes('watch=true'),
      ).length;
    expect(lists()).toBe(1);
    const watches = () =>
      server.requests.filter(path => path.includes('watch=true')).length;
    await waitFor(() => expect(watches()).toBe(1));
    server.endWatches();
    await waitFor(() => expect(watches()).toBe(2));
    server.put(CACHES, cache('b'));
    await waitFor(() => expect(live('b')).toMatchObject({ state: 'read' }));
    expect(lists()).toBe(1);
    expect(server.requests.at(-1)).toContain('resourceVersion=101');
  });

  it('lists again when its version is too old, and notices what was deleted meanwhile', async () => {
    server.put(CACHES, cache('a'));
    server.put(CACHES, cache('b'));
    cluster.setKinds([CACHE]);
    await waitFor(() => expect(live('b')).toMatchObject({ state: 'read' }));
    await waitFor(() =>
      expect(server.requests.some(path => path.includes('watch='))).toBe(true),
    );
    server.forgetVersions();
    server.endWatches();
    server.remove(CACHES, 'dev/a');
    await waitFor(() => expect(live('a')).toEqual({ state: 'missing' }));
    expect(cluster.state().state).toBe('live');
  });

  it('says since when a cluster does not answer, keeps the values, and comes back', async () => {
    server.put(CACHES, cache('a'));
    cluster.setKinds([CACHE]);
    await waitFor(() => expect(live('a')).toMatchObject({ state: 'read' }));
    const before = new Date().toISOString();
    await server.stop();
    await waitFor(() => expect(cluster.state().state).toBe('stale'));
    const { since = '', error } = cluster.state();
    expect(since <= new Date().toISOString()).toBe(true);
    expect(Date.parse(before) - Date.parse(since)).toBeLessThan(10_000);
    expect(error).toBeTruthy();
    expect(live('a')).toMatchObject({ state: 'read', staleSince: since });
    expect(live('b')).toEqual({ state: 'missing', staleSince: since });

    await server.start();
    await waitFor(() => expect(cluster.state().state).toBe('live'));
    expect(live('a')).not.toHaveProperty('staleSince', expect.any(String));
  });

  it('passes on why a kind is refused, and reads the others', async () => {
    const message = 'configmaps is forbidden: User "reader" cannot list';
    server.deny(MAPS, message);
    server.put(CACHES, cache('a'));
    cluster.setKinds([CACHE, MAP]);
    await waitFor(() => expect(live('a')).toMatchObject({ state: 'read' }));
    await waitFor(() =>
      expect(cluster.kindState(MAP)).toEqual({
        state: 'denied',
        reason: message,
      }),
    );
    expect(cluster.get({ ...MAP, namespace: 'dev', name: 'x' })).toEqual({
      state: 'unreadable',
      reason: message,
    });
    expect(cluster.state().state).toBe('live');
  });

  it('finds a kind that is installed later', async () => {
    const later = { apiVersion: 'later.example.com/v1', kind: 'Later' };
    cluster.setKinds([later]);
    await waitFor(() =>
      expect(cluster.kindState(later)).toEqual({ state: 'absent' }),
    );
    server.serve('later.example.com/v1', {
      plural: 'laters',
      kind: 'Later',
      namespaced: true,
    });
    await waitFor(() =>
      expect(cluster.kindState(later)).toMatchObject({ state: 'live' }),
    );
  });

  it('watches what Crossplane made, in both spellings', async () => {
    const refs = [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'made' }];
    server.put(MAPS, {
      ...MAP,
      metadata: { name: 'made', namespace: 'dev' },
      data: {},
    });
    server.put(CACHES, cache('a', { crossplane: { resourceRefs: refs } }));
    cluster.setKinds([CACHE]);
    await waitFor(() =>
      expect(
        cluster.get({ ...MAP, namespace: 'dev', name: 'made' }),
      ).toMatchObject({ state: 'read' }),
    );
  });

  it('reads events only when asked, and says when it cannot', async () => {
    server.put('/api/v1/namespaces/dev/events', {
      metadata: { name: 'a.1', namespace: 'dev' },
      message: 'made',
    });
    cluster.setKinds([CACHE]);
    expect(server.requests.some(path => path.includes('/events'))).toBe(false);
    const read = await cluster.events({
      ...CACHE,
      namespace: 'dev',
      name: 'a',
    });
    expect(read).toMatchObject({ state: 'read', items: [{ message: 'made' }] });
    server.deny('/api/v1/namespaces/dev/events', 'events is forbidden');
    await expect(
      cluster.events({ ...CACHE, namespace: 'dev', name: 'a' }),
    ).resolves.toEqual({ state: 'unreadable', reason: 'events is forbidden' });
  });

  it('never reached: says so, and that the reason is the connection', async () => {
    await server.stop();
    cluster.setKinds([CACHE]);
    await waitFor(() =>
      expect(cluster.state()).toMatchObject({
        state: 'never',
        error: 'The connection was refused',
      }),
    );
    expect(live('a')).toMatchObject({ state: 'unreadable' });
  });
});
