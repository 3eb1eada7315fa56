import { Cluster } from '../Cluster';
import { handle } from '../handle';
import { KubeRequest, WatchEvent } from '../Request';

function request(part: Partial<KubeRequest> & { path: string }): KubeRequest {
  return { method: 'GET', query: new URLSearchParams(), ...part };
}

function watch(cluster: Cluster, query: Record<string, string>) {
  const events: WatchEvent[] = [];
  let ended = false;
  const response = handle(
    cluster,
    request({
      path: '/api/v1/namespaces',
      query: new URLSearchParams({ watch: 'true', ...query }),
    }),
  );
  if (response.kind !== 'watch') throw new Error('no watch');
  const stop = response.start({
    event: event => events.push(event),
    end: () => {
      ended = true;
    },
  });
  return { events, stop, isEnded: () => ended };
}

function createNamespace(cluster: Cluster, name: string) {
  handle(
    cluster,
    request({
      method: 'POST',
      path: '/api/v1/namespaces',
      body: { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
    }),
  );
}

describe('a watch', () => {
  it.each([
    ['has been compacted', (cluster: Cluster) => cluster.store.compact(), '1'],
    ['is of another store', () => {}, '999999'],
  ])('from a version that %s is gone', (_, prepare, resourceVersion) => {
    const cluster = new Cluster({ name: 'c' });
    createNamespace(cluster, 'a');
    prepare(cluster);
    const { events, isEnded } = watch(cluster, { resourceVersion });
    expect(events).toEqual([
      {
        type: 'ERROR',
        object: expect.objectContaining({ code: 410, reason: 'Expired' }),
      },
    ]);
    expect(isEnded()).toBe(true);
  });

  it('without a version starts with what there is', () => {
    const cluster = new Cluster({ name: 'c' });
    createNamespace(cluster, 'a');
    const { events, stop } = watch(cluster, {});
    createNamespace(cluster, 'b');
    stop();
    createNamespace(cluster, 'c');
    expect(
      events.map(event => [
        event.type,
        (event.object.metadata as { name: string }).name,
      ]),
    ).toEqual([
      ['ADDED', 'a'],
      ['ADDED', 'b'],
    ]);
  });

  it('says where the initial events end', () => {
    const cluster = new Cluster({ name: 'c' });
    createNamespace(cluster, 'a');
    const { events, stop } = watch(cluster, {
      sendInitialEvents: 'true',
      allowWatchBookmarks: 'true',
      resourceVersionMatch: 'NotOlderThan',
    });
    stop();
    expect(events.map(event => event.type)).toEqual(['ADDED', 'BOOKMARK']);
    expect(events[1].object.metadata).toMatchObject({
      annotations: { 'k8s.io/initial-events-end': 'true' },
    });
  });
});
