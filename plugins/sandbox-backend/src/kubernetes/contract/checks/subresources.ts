import assert from 'node:assert/strict';
import { KubeObject, valueAt } from '../../objects';
import { ContractCheck, entryOf } from '../types';
import { configMap, deployment, MERGE } from './fixtures';

const CORE = '/api/v1';
const APPS = '/apis/apps/v1';

/** Generations, status, scale, finalizers, deletion, dry runs. */
export const SUBRESOURCES: readonly ContractCheck[] = [
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
