import assert from 'node:assert/strict';
import { KubeObject, listAt, textAt } from '../../objects';
import { ContractCheck } from '../types';
import { configMap } from './fixtures';

const CORE = '/api/v1';

/** Discovery, get, list and watch. */
export const READING: readonly ContractCheck[] = [
  {
    name: 'discovery names groups, kinds, scopes and subresources',
    async run({ expectOk }) {
      const core = await expectOk('GET', CORE);
      const named = (list: object, name: string) =>
        listAt(list as KubeObject, 'resources').find(
          one => textAt(one, 'name') === name,
        );
      assert.equal(textAt(named(core, 'configmaps'), 'kind'), 'ConfigMap');
      const groups = await expectOk('GET', '/apis');
      const names = listAt(groups, 'groups').map(one => textAt(one, 'name'));
      assert.ok(
        names.includes('apps') && names.includes('apiextensions.k8s.io'),
      );
      const apps = await expectOk('GET', '/apis/apps/v1');
      assert.deepEqual(
        ['deployments', 'deployments/status', 'deployments/scale'].map(one =>
          textAt(named(apps, one), 'kind'),
        ),
        ['Deployment', 'Deployment', 'Scale'],
      );
    },
  },
  {
    name: 'what is not served is 404 in the words of the API',
    async run({ call, path }) {
      const unknown = await call('GET', path(CORE, 'wishes'));
      assert.equal(unknown.status, 404);
      assert.equal(
        unknown.body.message,
        'the server could not find the requested resource',
      );
      const missing = await call('GET', path(CORE, 'configmaps', 'none'));
      assert.equal(missing.status, 404);
      assert.equal(missing.body.reason, 'NotFound');
      assert.equal(missing.body.message, 'configmaps "none" not found');
    },
  },
  {
    name: 'a list has a version to watch from and can be read page by page',
    async run({ expectOk, call, path }) {
      for (const name of ['a', 'b', 'c']) {
        await expectOk('POST', path(CORE, 'configmaps'), {
          body: {
            ...configMap(name, {}),
            metadata: { name, labels: { letter: name, kind: 'page' } },
          },
        });
      }
      const query = { labelSelector: 'kind=page', limit: '2' };
      const first = await call('GET', path(CORE, 'configmaps'), { query });
      assert.equal(listAt(first.body, 'items').length, 2);
      const next = textAt(first.body, 'metadata', 'continue');
      assert.ok(next);
      await expectOk('POST', path(CORE, 'configmaps'), {
        body: {
          ...configMap('d', {}),
          metadata: { name: 'd', labels: { kind: 'page' } },
        },
      });
      const second = await call('GET', path(CORE, 'configmaps'), {
        query: { ...query, continue: next as string },
      });
      const names = listAt(second.body, 'items').map(one =>
        textAt(one, 'metadata', 'name'),
      );
      assert.deepEqual(names, ['c']);
      assert.equal(
        textAt(second.body, 'metadata', 'resourceVersion'),
        textAt(first.body, 'metadata', 'resourceVersion'),
      );
    },
  },
  {
    name: 'labelSelector and fieldSelector select',
    async run({ expectOk, path, call }) {
      for (const [name, labels] of [
        ['x', { tier: 'db' }],
        ['y', { tier: 'web' }],
        ['z', {}],
      ] as const) {
        await expectOk('POST', path(CORE, 'configmaps'), {
          body: { ...configMap(name, {}), metadata: { name, labels } },
        });
      }
      const names = async (query: Record<string, string>) =>
        listAt(
          (await call('GET', path(CORE, 'configmaps'), { query })).body,
          'items',
        )
          .map(one => textAt(one, 'metadata', 'name'))
          .filter(one => one !== 'kube-root-ca.crt');
      assert.deepEqual(await names({ labelSelector: 'tier in (db,web)' }), [
        'x',
        'y',
      ]);
      assert.deepEqual(await names({ labelSelector: 'tier!=db' }), ['y', 'z']);
      assert.deepEqual(await names({ labelSelector: '!tier' }), ['z']);
      assert.deepEqual(await names({ fieldSelector: 'metadata.name=y' }), [
        'y',
      ]);
    },
  },
  {
    name: 'a watch from a version tells every change after it, in order',
    async run({ expectOk, watch, path }) {
      const list = await expectOk('GET', path(CORE, 'configmaps'));
      await expectOk('POST', path(CORE, 'configmaps'), {
        body: configMap('seen', { a: '1' }),
      });
      await expectOk('PATCH', path(CORE, 'configmaps', 'seen'), {
        body: { data: { a: '2' } },
        contentType: 'application/merge-patch+json',
      });
      await expectOk('DELETE', path(CORE, 'configmaps', 'seen'));
      const events = await watch(
        path(CORE, 'configmaps'),
        {
          resourceVersion: String(list.metadata.resourceVersion),
          timeoutSeconds: '5',
          fieldSelector: 'metadata.name=seen',
        },
        3,
      );
      assert.deepEqual(
        events.map(one => one.type),
        ['ADDED', 'MODIFIED', 'DELETED'],
      );
      const versions = events.map(one =>
        Number(textAt(one, 'object', 'metadata', 'resourceVersion')),
      );
      assert.ok(versions[0] < versions[1] && versions[1] < versions[2]);
    },
  },
  {
    name: 'a watch by label sees objects come and go with their labels',
    async run({ expectOk, watch, path }) {
      const created = await expectOk('POST', path(CORE, 'configmaps'), {
        body: configMap('moving', {}),
      });
      const relabel = (stage: string) =>
        expectOk('PATCH', path(CORE, 'configmaps', 'moving'), {
          body: { metadata: { labels: { stage } } },
          contentType: 'application/merge-patch+json',
        });
      await relabel('one');
      await relabel('two');
      const events = await watch(
        path(CORE, 'configmaps'),
        {
          resourceVersion: String(created.metadata.resourceVersion),
          labelSelector: 'stage=one',
          timeoutSeconds: '5',
        },
        2,
      );
      assert.deepEqual(
        events.map(one => one.type),
        ['ADDED', 'DELETED'],
      );
    },
  },
  {
    name: 'a watch ends after its timeout, with a bookmark if asked for',
    async run({ expectOk, watch, path }) {
      const list = await expectOk('GET', path(CORE, 'configmaps'));
      const events = await watch(
        path(CORE, 'configmaps'),
        {
          resourceVersion: String(list.metadata.resourceVersion),
          timeoutSeconds: '1',
          allowWatchBookmarks: 'true',
          labelSelector: 'no=one',
        },
        99,
      );
      assert.ok(events.every(one => one.type === 'BOOKMARK'));
    },
  },
];
