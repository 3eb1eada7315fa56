import assert from 'node:assert/strict';
import { JsonObject } from '@backstage/types';
import { listAt, textAt, valueAt } from '../../objects';
import { ContractCheck, entryOf } from '../types';
import { apply, applied } from './applyCalls';
import { APPLY, configMap, deployment, MERGE } from './fixtures';

const CORE = '/api/v1';
const APPS = '/apis/apps/v1';

/** What server-side apply makes of lists, defaults and bad requests. */
export const MERGING: readonly ContractCheck[] = [
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
