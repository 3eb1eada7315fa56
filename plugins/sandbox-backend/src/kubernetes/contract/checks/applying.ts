import assert from 'node:assert/strict';
import { JsonObject } from '@backstage/types';
import { KubeObject, listAt, textAt, valueAt } from '../../objects';
import { CheckContext, ContractCheck, entryOf } from '../types';
import { APPLY, configMap, deployment, MERGE } from './fixtures';

const CORE = '/api/v1';
const APPS = '/apis/apps/v1';

function apply(
  context: CheckContext,
  target: string,
  body: JsonObject,
  manager = 'argocd-controller',
  query: Record<string, string> = {},
) {
  return context.call('PATCH', target, {
    body,
    contentType: APPLY,
    query: { fieldManager: manager, ...query },
  });
}

async function applied(...args: Parameters<typeof apply>): Promise<KubeObject> {
  const { status, body } = await apply(...args);
  if (status >= 300) throw new Error(`apply: ${status} ${body.message}`);
  return body as KubeObject;
}

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
  {
    name: 'containers keep their place and new ones come as configured',
    async run(context) {
      const target = context.path(APPS, 'deployments', 'order');
      const withContainers = (...names: string[]) =>
        deployment('order', {
          template: {
            metadata: { labels: { app: 'order' } },
            spec: {
              containers: names.map(name => ({
                name,
                image: 'registry.acme.example/x:1',
              })),
            },
          },
        });
      await applied(context, target, withContainers('a', 'b', 'c'));
      const after = await applied(
        context,
        target,
        withContainers('c', 'x', 'a', 'b'),
        'other',
      );
      assert.deepEqual(
        listAt(after, 'spec', 'template', 'spec', 'containers').map(one =>
          textAt(one, 'name'),
        ),
        ['c', 'x', 'a', 'b'],
      );
      const less = await applied(context, target, withContainers('a', 'y'));
      assert.deepEqual(
        listAt(less, 'spec', 'template', 'spec', 'containers').map(one =>
          textAt(one, 'name'),
        ),
        ['c', 'x', 'a', 'b', 'y'],
      );
    },
  },
  {
    name: 'an atomic list or map is owned and replaced whole',
    async run(context) {
      const target = context.path(CORE, 'services', 'svc');
      const service = (selector: JsonObject) => ({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'svc' },
        spec: { selector, ports: [{ port: 80 }] },
      });
      const made = await applied(context, target, service({ app: 'a' }));
      assert.deepEqual(entryOf(made, 'argocd-controller', 'Apply'), {
        'f:spec': {
          'f:ports': {
            'k:{"port":80,"protocol":"TCP"}': { '.': {}, 'f:port': {} },
          },
          'f:selector': {},
        },
      });
      const edited = await context.expectOk('PATCH', target, {
        body: { spec: { selector: { tier: 'x' } } },
        contentType: MERGE,
        query: { fieldManager: 'kubectl-edit' },
      });
      assert.deepEqual(entryOf(edited, 'kubectl-edit', 'Update'), {
        'f:spec': { 'f:selector': {} },
      });
      const back = await applied(
        context,
        target,
        service({ app: 'b' }),
        'argocd-controller',
        { force: 'true' },
      );
      assert.deepEqual(valueAt(back, 'spec', 'selector'), { app: 'b' });
    },
  },
  {
    name: 'defaults belong to nobody after apply, and to the creator after create',
    async run(context) {
      await applied(
        context,
        context.path(APPS, 'deployments', 'by-apply'),
        deployment('by-apply'),
      );
      const made = await context.expectOk(
        'POST',
        context.path(APPS, 'deployments'),
        {
          body: deployment('by-create'),
          query: { fieldManager: 'kubectl-create' },
        },
      );
      assert.deepEqual(entryOf(made, 'kubectl-create', 'Update'), {
        'f:metadata': { 'f:labels': { '.': {}, 'f:app': {} } },
        'f:spec': {
          'f:progressDeadlineSeconds': {},
          'f:replicas': {},
          'f:revisionHistoryLimit': {},
          'f:selector': {},
          'f:strategy': {
            'f:rollingUpdate': {
              '.': {},
              'f:maxSurge': {},
              'f:maxUnavailable': {},
            },
            'f:type': {},
          },
          'f:template': {
            'f:metadata': { 'f:labels': { '.': {}, 'f:app': {} } },
            'f:spec': {
              'f:containers': {
                'k:{"name":"main"}': {
                  '.': {},
                  'f:image': {},
                  'f:imagePullPolicy': {},
                  'f:name': {},
                  'f:ports': {
                    '.': {},
                    'k:{"containerPort":8080,"protocol":"TCP"}': {
                      '.': {},
                      'f:containerPort': {},
                      'f:protocol': {},
                    },
                  },
                  'f:resources': {},
                  'f:terminationMessagePath': {},
                  'f:terminationMessagePolicy': {},
                },
              },
              'f:dnsPolicy': {},
              'f:restartPolicy': {},
              'f:schedulerName': {},
              'f:securityContext': {},
              'f:terminationGracePeriodSeconds': {},
            },
          },
        },
      });
    },
  },
  {
    name: 'an applied dry run predicts and keeps nothing',
    async run(context) {
      const target = context.path(CORE, 'configmaps', 'predicted');
      const live = await applied(
        context,
        target,
        configMap('predicted', { a: '1' }),
      );
      const predicted = await applied(
        context,
        target,
        configMap('predicted', { a: '2' }),
        'argocd-controller',
        { force: 'true', dryRun: 'All' },
      );
      assert.equal(valueAt(predicted, 'data', 'a'), '2');
      assert.deepEqual(await context.expectOk('GET', target), live);
    },
  },
  {
    name: 'apply refuses what names no manager or brings managedFields',
    async run(context) {
      const target = context.path(CORE, 'configmaps', 'refused');
      const anonymous = await context.call('PATCH', target, {
        body: configMap('refused', {}),
        contentType: APPLY,
      });
      assert.equal(anonymous.status, 422);
      const body = {
        ...configMap('refused', {}),
        metadata: {
          name: 'refused',
          managedFields: [
            {
              manager: 'x',
              operation: 'Apply',
              apiVersion: 'v1',
              fieldsType: 'FieldsV1',
              fieldsV1: {},
            },
          ],
        },
      };
      assert.equal((await apply(context, target, body)).status, 400);
      assert.equal(
        (await apply(context, target, configMap('other', {}))).status,
        400,
      );
    },
  },
];
