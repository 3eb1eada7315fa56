import assert from 'node:assert/strict';
import { KubeObject, listAt, textAt, valueAt } from '../../objects';
import { ContractCheck, entryOf } from '../types';
import {
  configMap,
  deployment,
  JSON_PATCH,
  MERGE,
  STRATEGIC,
} from './fixtures';

const CORE = '/api/v1';
const APPS = '/apis/apps/v1';

/** Create, update, patches, delete. */
export const WRITING: readonly ContractCheck[] = [
  {
    name: 'create gives identity and notes its creator',
    async run({ expectOk, call, path, namespace }) {
      const made = await expectOk('POST', path(CORE, 'configmaps'), {
        body: configMap('one', { a: '1' }),
        userAgent: 'kubectl/v1.36.3 (linux)',
      });
      assert.equal(made.metadata.namespace, namespace);
      assert.ok(
        made.metadata.uid &&
          made.metadata.creationTimestamp &&
          made.metadata.resourceVersion,
      );
      assert.deepEqual(entryOf(made, 'kubectl', 'Update'), {
        'f:data': { '.': {}, 'f:a': {} },
      });
      const again = await call('POST', path(CORE, 'configmaps'), {
        body: configMap('one', {}),
      });
      assert.equal(again.status, 409);
      assert.equal(again.body.reason, 'AlreadyExists');
      assert.equal(again.body.message, 'configmaps "one" already exists');
    },
  },
  {
    name: 'create refuses what does not fit',
    async run({ call, path }) {
      const status = async (body: object) =>
        (
          await call('POST', path(CORE, 'configmaps'), {
            body: body as KubeObject,
          })
        ).status;
      assert.equal(await status(configMap('Not_A_Name', {})), 422);
      assert.equal(
        await status({
          ...configMap('a', {}),
          metadata: { name: 'a', namespace: 'elsewhere' },
        }),
        400,
      );
      assert.equal(
        await status({ ...configMap('a', {}), kind: 'Secret' }),
        400,
      );
      assert.equal(
        (
          await call('POST', '/api/v1/namespaces/not-there/configmaps', {
            body: configMap('a', {}),
          })
        ).status,
        404,
      );
      const selector = { selector: { matchLabels: { app: 'other' } } };
      const wrong = await call('POST', path(APPS, 'deployments'), {
        body: deployment('d', selector),
      });
      assert.equal(wrong.status, 422);
      assert.equal(wrong.body.reason, 'Invalid');
    },
  },
  {
    name: 'update with an old version is a conflict, and the same content changes nothing',
    async run({ expectOk, call, path }) {
      const first = await expectOk('POST', path(CORE, 'configmaps'), {
        body: configMap('race', { a: '1' }),
      });
      const target = path(CORE, 'configmaps', 'race');
      const same = await expectOk('PUT', target, { body: first });
      assert.equal(
        same.metadata.resourceVersion,
        first.metadata.resourceVersion,
      );
      await expectOk('PUT', target, { body: { ...first, data: { a: '2' } } });
      const late = await call('PUT', target, {
        body: { ...first, data: { a: '3' } },
      });
      assert.equal(late.status, 409);
      assert.equal(late.body.reason, 'Conflict');
      assert.match(
        textAt(late.body, 'message') ?? '',
        /^Operation cannot be fulfilled on configmaps "race": the object has been modified/,
      );
      const { resourceVersion: _, ...metadata } = first.metadata;
      const blind = await expectOk('PUT', target, {
        body: { ...first, metadata, data: { a: '4' } } as KubeObject,
      });
      assert.equal(valueAt(blind, 'data', 'a'), '4');
    },
  },
  {
    name: 'a merge patch owns what it changed and takes it from others',
    async run({ expectOk, path }) {
      await expectOk('POST', path(CORE, 'configmaps'), {
        body: configMap('shared', { a: '1', b: '1' }),
        query: { fieldManager: 'maker' },
      });
      const target = path(CORE, 'configmaps', 'shared');
      const changed = await expectOk('PATCH', target, {
        body: { data: { a: '2', c: '1' } },
        contentType: MERGE,
        query: { fieldManager: 'kubectl-edit' },
      });
      assert.deepEqual(entryOf(changed, 'kubectl-edit', 'Update'), {
        'f:data': { 'f:a': {}, 'f:c': {} },
      });
      assert.deepEqual(entryOf(changed, 'maker', 'Update'), {
        'f:data': { '.': {}, 'f:b': {} },
      });
    },
  },
  {
    name: 'a patch that only removes owns nothing and leaves no trace',
    async run({ expectOk, path }) {
      await expectOk('POST', path(CORE, 'configmaps'), {
        body: configMap('less', { a: '1', b: '1' }),
        query: { fieldManager: 'maker' },
      });
      const changed = await expectOk(
        'PATCH',
        path(CORE, 'configmaps', 'less'),
        {
          body: { data: { a: null } },
          contentType: MERGE,
          query: { fieldManager: 'kubectl-edit' },
        },
      );
      assert.equal(entryOf(changed, 'kubectl-edit', 'Update'), undefined);
      assert.deepEqual(entryOf(changed, 'maker', 'Update'), {
        'f:data': { '.': {}, 'f:b': {} },
      });
    },
  },
  {
    name: 'JSON patch edits, tests and refuses',
    async run({ expectOk, call, path }) {
      await expectOk('POST', path(CORE, 'configmaps'), {
        body: configMap('ops', { a: '1' }),
      });
      const target = path(CORE, 'configmaps', 'ops');
      const done = await expectOk('PATCH', target, {
        contentType: JSON_PATCH,
        body: [
          { op: 'test', path: '/data/a', value: '1' },
          { op: 'add', path: '/metadata/annotations', value: {} },
          {
            op: 'add',
            path: '/metadata/annotations/acme.example~1note',
            value: 'x',
          },
          { op: 'add', path: '/data/b', value: '2' },
          { op: 'remove', path: '/data/a' },
        ],
      });
      assert.deepEqual(done.data, { b: '2' });
      assert.deepEqual(done.metadata.annotations, { 'acme.example/note': 'x' });
      const failed = await call('PATCH', target, {
        contentType: JSON_PATCH,
        body: [{ op: 'test', path: '/data/b', value: 'x' }],
      });
      assert.equal(failed.status, 422);
      const unknown = await call('PATCH', target, {
        contentType: 'application/json',
        body: {},
      });
      assert.equal(unknown.status, 415);
    },
  },
  {
    name: 'a strategic merge patch meets containers by name',
    async run({ expectOk, path }) {
      await expectOk('POST', path(APPS, 'deployments'), {
        body: deployment('web'),
      });
      const changed = await expectOk(
        'PATCH',
        path(APPS, 'deployments', 'web'),
        {
          contentType: STRATEGIC,
          query: { fieldManager: 'kubectl-set' },
          body: {
            spec: {
              template: {
                spec: {
                  containers: [
                    { name: 'main', image: 'registry.acme.example/app:1.1.0' },
                    { name: 'side', image: 'registry.acme.example/side:1' },
                  ],
                },
              },
            },
          },
        },
      );
      const containers = listAt(
        changed,
        'spec',
        'template',
        'spec',
        'containers',
      );
      const images = Object.fromEntries(
        containers.map(one => [textAt(one, 'name'), textAt(one, 'image')]),
      );
      assert.deepEqual(images, {
        main: 'registry.acme.example/app:1.1.0',
        side: 'registry.acme.example/side:1',
      });
      assert.equal(changed.metadata.generation, 2);
    },
  },
  {
    name: 'generation counts changes of the spec, not of labels',
    async run({ expectOk, path }) {
      const made = await expectOk('POST', path(APPS, 'deployments'), {
        body: deployment('gen'),
      });
      assert.equal(made.metadata.generation, 1);
      const target = path(APPS, 'deployments', 'gen');
      const labelled = await expectOk('PATCH', target, {
        contentType: MERGE,
        body: { metadata: { labels: { a: 'b' } } },
      });
      assert.equal(labelled.metadata.generation, 1);
      const scaled = await expectOk('PATCH', target, {
        contentType: MERGE,
        body: { spec: { replicas: 3 } },
      });
      assert.equal(scaled.metadata.generation, 2);
    },
  },
  {
    name: 'status is written through its subresource only',
    async run({ expectOk, path }) {
      await expectOk('POST', path(APPS, 'deployments'), {
        body: { ...deployment('state'), status: { replicas: 9 } },
      });
      const target = path(APPS, 'deployments', 'state');
      const before = await expectOk('GET', target);
      assert.equal(valueAt(before, 'status', 'replicas'), undefined);
      const after = await expectOk('PUT', `${target}/status`, {
        query: { fieldManager: 'kube-controller-manager' },
        body: {
          ...before,
          spec: { ...(before.spec as object), replicas: 7 },
          status: { replicas: 2, observedGeneration: 1 },
        } as KubeObject,
      });
      assert.equal(valueAt(after, 'status', 'replicas'), 2);
      assert.equal(valueAt(after, 'spec', 'replicas'), 1);
      assert.equal(after.metadata.generation, 1);
      assert.deepEqual(
        entryOf(after, 'kube-controller-manager', 'Update', 'status'),
        { 'f:status': { 'f:observedGeneration': {}, 'f:replicas': {} } },
      );
      const kept = await expectOk('PATCH', target, {
        contentType: MERGE,
        body: { spec: { replicas: 2 }, status: { replicas: 0 } },
      });
      assert.equal(valueAt(kept, 'status', 'replicas'), 2);
    },
  },
  {
    name: 'scale changes replicas and is noted as such',
    async run({ expectOk, path }) {
      await expectOk('POST', path(APPS, 'deployments'), {
        body: deployment('up'),
        query: { fieldManager: 'maker' },
      });
      const target = path(APPS, 'deployments', 'up');
      const scale = await expectOk('GET', `${target}/scale`);
      assert.equal(scale.kind, 'Scale');
      assert.equal(valueAt(scale, 'spec', 'replicas'), 1);
      await expectOk('PATCH', `${target}/scale`, {
        contentType: MERGE,
        body: { spec: { replicas: 4 } },
        query: { fieldManager: 'kubectl' },
      });
      const scaled = await expectOk('GET', target);
      assert.equal(valueAt(scaled, 'spec', 'replicas'), 4);
      assert.deepEqual(entryOf(scaled, 'kubectl', 'Update', 'scale'), {
        'f:spec': { 'f:replicas': {} },
      });
    },
  },
  {
    name: 'finalizers hold an object until the last one is gone',
    async run({ expectOk, call, path }) {
      const body = {
        ...configMap('held', {}),
        metadata: {
          name: 'held',
          finalizers: ['acme.example/one', 'acme.example/two'],
        },
      };
      await expectOk('POST', path(CORE, 'configmaps'), { body });
      const target = path(CORE, 'configmaps', 'held');
      await expectOk('DELETE', target);
      const marked = await expectOk('GET', target);
      assert.ok(marked.metadata.deletionTimestamp);
      const more = await call('PATCH', target, {
        contentType: MERGE,
        body: {
          metadata: { finalizers: ['acme.example/one', 'acme.example/three'] },
        },
      });
      assert.equal(more.status, 422);
      await expectOk('PATCH', target, {
        contentType: MERGE,
        body: { metadata: { finalizers: ['acme.example/two'] } },
      });
      assert.equal((await call('GET', target)).status, 200);
      await expectOk('PATCH', target, {
        contentType: MERGE,
        body: { metadata: { finalizers: [] } },
      });
      assert.equal((await call('GET', target)).status, 404);
    },
  },
  {
    name: 'delete answers with what was deleted and honours preconditions',
    async run({ expectOk, call, path }) {
      const made = await expectOk('POST', path(CORE, 'configmaps'), {
        body: configMap('gone', {}),
      });
      const target = path(CORE, 'configmaps', 'gone');
      const other = await call('DELETE', target, {
        body: {
          preconditions: { uid: '00000000-0000-0000-0000-000000000000' },
        },
      });
      assert.equal(other.status, 409);
      const deleted = await expectOk('DELETE', target);
      assert.equal(deleted.status, 'Success');
      assert.equal(valueAt(deleted, 'details', 'uid'), made.metadata.uid);
      assert.equal((await call('DELETE', target)).status, 404);
    },
  },
  {
    name: 'a dry run answers and keeps nothing',
    async run({ expectOk, call, path }) {
      await expectOk('POST', path(CORE, 'configmaps'), {
        body: configMap('trial', {}),
        query: { dryRun: 'All' },
      });
      assert.equal(
        (await call('GET', path(CORE, 'configmaps', 'trial'))).status,
        404,
      );
      const real = await expectOk('POST', path(CORE, 'configmaps'), {
        body: configMap('trial', { a: '1' }),
      });
      const target = path(CORE, 'configmaps', 'trial');
      const patched = await expectOk('PATCH', target, {
        contentType: MERGE,
        body: { data: { a: '2' } },
        query: { dryRun: 'All' },
      });
      assert.equal(valueAt(patched, 'data', 'a'), '2');
      await expectOk('DELETE', target, { query: { dryRun: 'All' } });
      const live = await expectOk('GET', target);
      assert.deepEqual(
        [live.metadata.resourceVersion, live.data],
        [real.metadata.resourceVersion, { a: '1' }],
      );
      assert.equal(
        (await call('DELETE', target, { query: { dryRun: 'Some' } })).status,
        422,
      );
    },
  },
  {
    name: 'secrets given as text are kept encoded',
    async run({ expectOk, path }) {
      const made = await expectOk('POST', path(CORE, 'secrets'), {
        body: {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 's' },
          stringData: { password: 'sample' },
        },
      });
      assert.equal(made.type, 'Opaque');
      assert.deepEqual(made.data, {
        password: Buffer.from('sample').toString('base64'),
      });
      assert.equal(made.stringData, undefined);
    },
  },
];
