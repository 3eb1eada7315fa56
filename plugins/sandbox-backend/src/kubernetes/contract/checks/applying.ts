import assert from 'node:assert/strict';
import { textAt, valueAt, listAt } from '../../objects';
import { ContractCheck, entryOf } from '../types';
import { apply, applied } from './applyCalls';
import { configMap, deployment, MERGE } from './fixtures';

const CORE = '/api/v1';
const APPS = '/apis/apps/v1';

/** Server-side apply and its bookkeeping. */
export const APPLYING: readonly ContractCheck[] = [
  {
    name: 'apply makes what is not there and owns exactly what it says',
    async run(context) {
      const target = context.path(APPS, 'deployments', 'web');
      const { status, body } = await apply(context, target, deployment('web'));
      assert.equal(status, 201);
      assert.equal(valueAt(body, 'spec', 'replicas'), 1);
      assert.deepEqual(entryOf(body, 'argocd-controller', 'Apply'), {
        'f:metadata': { 'f:labels': { 'f:app': {} } },
        'f:spec': {
          'f:selector': {},
          'f:template': {
            'f:metadata': { 'f:labels': { 'f:app': {} } },
            'f:spec': {
              'f:containers': {
                'k:{"name":"main"}': {
                  '.': {},
                  'f:image': {},
                  'f:name': {},
                  'f:ports': {
                    'k:{"containerPort":8080,"protocol":"TCP"}': {
                      '.': {},
                      'f:containerPort': {},
                    },
                  },
                },
              },
            },
          },
        },
      });
    },
  },
  {
    name: 'applying the same again changes nothing, not even the version',
    async run(context) {
      const target = context.path(CORE, 'configmaps', 'same');
      const first = await applied(
        context,
        target,
        configMap('same', { a: '1' }),
      );
      const second = await applied(
        context,
        target,
        configMap('same', { a: '1' }),
      );
      assert.deepEqual(second, first);
    },
  },
  {
    name: 'a field of another manager is a conflict, unless forced',
    async run(context) {
      const target = context.path(CORE, 'configmaps', 'fought');
      await applied(context, target, configMap('fought', { a: '1', b: '1' }));
      await context.expectOk('PATCH', target, {
        body: { data: { a: '9' } },
        contentType: MERGE,
        query: { fieldManager: 'kubectl-edit' },
      });
      const refused = await apply(
        context,
        target,
        configMap('fought', { a: '2', b: '1' }),
      );
      assert.equal(refused.status, 409);
      assert.equal(refused.body.reason, 'Conflict');
      assert.equal(
        refused.body.message,
        'Apply failed with 1 conflict: conflict with "kubectl-edit" using v1: .data.a',
      );
      const [cause] = listAt(refused.body, 'details', 'causes');
      assert.deepEqual(cause, {
        reason: 'FieldManagerConflict',
        message: 'conflict with "kubectl-edit" using v1',
        field: '.data.a',
      });
      const forced = await applied(
        context,
        target,
        configMap('fought', { a: '2', b: '1' }),
        'argocd-controller',
        { force: 'true' },
      );
      assert.equal(entryOf(forced, 'kubectl-edit', 'Update'), undefined);
      assert.deepEqual(entryOf(forced, 'argocd-controller', 'Apply'), {
        'f:data': { 'f:a': {}, 'f:b': {} },
      });
    },
  },
  {
    name: 'a field that is left out goes, unless somebody else owns it too',
    async run(context) {
      const target = context.path(CORE, 'configmaps', 'shrinking');
      await applied(
        context,
        target,
        configMap('shrinking', { a: '1', b: '1', c: '1' }),
      );
      await applied(
        context,
        target,
        configMap('shrinking', { b: '1' }),
        'other',
      );
      const after = await applied(
        context,
        target,
        configMap('shrinking', { a: '1' }),
      );
      assert.deepEqual(after.data, { a: '1', b: '1' });
      assert.deepEqual(entryOf(after, 'other', 'Apply'), {
        'f:data': { 'f:b': {} },
      });
      assert.deepEqual(entryOf(after, 'argocd-controller', 'Apply'), {
        'f:data': { 'f:a': {} },
      });
    },
  },
  {
    name: 'agreeing on a value shares its ownership',
    async run(context) {
      const target = context.path(CORE, 'configmaps', 'agreed');
      await applied(context, target, configMap('agreed', { a: '1' }));
      const both = await applied(
        context,
        target,
        configMap('agreed', { a: '1' }),
        'other',
      );
      assert.deepEqual(entryOf(both, 'argocd-controller', 'Apply'), {
        'f:data': { 'f:a': {} },
      });
      assert.deepEqual(entryOf(both, 'other', 'Apply'), {
        'f:data': { 'f:a': {} },
      });
    },
  },
  {
    name: 'what people add stays and is theirs',
    async run(context) {
      const target = context.path(APPS, 'deployments', 'added');
      await applied(context, target, deployment('added'));
      await context.expectOk('PATCH', target, {
        contentType: 'application/strategic-merge-patch+json',
        query: { fieldManager: 'kubectl-edit' },
        body: {
          metadata: { annotations: { note: 'by hand' } },
          spec: {
            template: {
              spec: {
                containers: [
                  { name: 'main', env: [{ name: 'DEBUG', value: '1' }] },
                ],
              },
            },
          },
        },
      });
      const after = await applied(context, target, deployment('added'));
      assert.equal(textAt(after, 'metadata', 'annotations', 'note'), 'by hand');
      assert.deepEqual(entryOf(after, 'kubectl-edit', 'Update'), {
        'f:metadata': { 'f:annotations': { '.': {}, 'f:note': {} } },
        'f:spec': {
          'f:template': {
            'f:spec': {
              'f:containers': {
                'k:{"name":"main"}': {
                  'f:env': {
                    '.': {},
                    'k:{"name":"DEBUG"}': {
                      '.': {},
                      'f:name': {},
                      'f:value': {},
                    },
                  },
                },
              },
            },
          },
        },
      });
    },
  },
];
