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
];
