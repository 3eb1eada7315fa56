import assert from 'node:assert/strict';
import { KubeObject, listAt, textAt, valueAt } from '../../objects';
import { ContractCheck, entryOf } from '../types';
import { APPLY, cache, CACHES, MERGE } from './fixtures';

const BY_ARGO = { fieldManager: 'argocd-controller' };

/** Custom resources: schema, defaults, lists, status and scale. */
export const CUSTOM_RESOURCES: readonly ContractCheck[] = [
  {
    name: 'a kind is served once its definition is there',
    async run({ expectOk }) {
      const served = await expectOk('GET', CACHES);
      const found = listAt(served, 'resources').map(one => textAt(one, 'name'));
      assert.deepEqual(found.sort(), [
        'caches',
        'caches/scale',
        'caches/status',
      ]);
    },
  },
  {
    name: 'defaults are filled in, also in items of lists',
    async run({ expectOk, path }) {
      const made = await expectOk('PATCH', path(CACHES, 'caches', 'c'), {
        body: cache('c', {
          size: 'small',
          users: [{ name: 'app', role: 'writer' }, { name: 'ops' }],
          zones: ['b', 'a'],
          steps: [{ weight: 10 }],
        }),
        contentType: APPLY,
        query: BY_ARGO,
      });
      assert.deepEqual(valueAt(made, 'spec', 'parameters'), {
        size: 'small',
        version: '7.0',
        users: [
          { name: 'app', role: 'writer' },
          { name: 'ops', role: 'reader' },
        ],
        zones: ['b', 'a'],
        steps: [{ weight: 10 }],
      });
      assert.equal(made.metadata.generation, 1);
      assert.deepEqual(entryOf(made, 'argocd-controller', 'Apply'), {
        'f:spec': {
          'f:parameters': {
            'f:size': {},
            'f:steps': {},
            'f:users': {
              'k:{"name":"app"}': { '.': {}, 'f:name': {}, 'f:role': {} },
              'k:{"name":"ops"}': { '.': {}, 'f:name': {} },
            },
            'f:zones': { 'v:"a"': {}, 'v:"b"': {} },
          },
        },
      });
    },
  },
  {
    name: 'a change by hand is noted, with the containers it brings',
    async run({ expectOk, path }) {
      const target = path(CACHES, 'caches', 'h');
      await expectOk('PATCH', target, {
        body: cache('h', { size: 'small' }),
        contentType: APPLY,
        query: BY_ARGO,
      });
      const edited = await expectOk('PATCH', target, {
        body: {
          metadata: { annotations: { 'crossplane.io/paused': 'true' } },
          spec: { parameters: { replicas: 5, users: [{ name: 'eve' }] } },
        },
        contentType: MERGE,
        query: { fieldManager: 'kubectl-edit' },
      });
      assert.deepEqual(entryOf(edited, 'kubectl-edit', 'Update'), {
        'f:metadata': {
          'f:annotations': { '.': {}, 'f:crossplane.io/paused': {} },
        },
        'f:spec': {
          'f:parameters': {
            'f:replicas': {},
            'f:users': {
              '.': {},
              'k:{"name":"eve"}': { '.': {}, 'f:name': {}, 'f:role': {} },
            },
          },
        },
      });
      assert.equal(edited.metadata.generation, 2);
    },
  },
  {
    name: 'fields that are no longer applied go, with the containers they leave empty',
    async run({ expectOk, path }) {
      const target = path(CACHES, 'caches', 'l');
      const put = (values: object) =>
        expectOk('PATCH', target, {
          body: cache('l', values as KubeObject),
          contentType: APPLY,
          query: BY_ARGO,
        });
      await put({
        size: 'small',
        users: [{ name: 'app' }, { name: 'ops' }],
        zones: ['a', 'b'],
      });
      const less = await put({
        size: 'small',
        users: [{ name: 'ops' }],
        zones: ['b'],
      });
      assert.deepEqual(valueAt(less, 'spec', 'parameters', 'users'), [
        { name: 'ops', role: 'reader' },
      ]);
      assert.deepEqual(valueAt(less, 'spec', 'parameters', 'zones'), ['b']);
      const least = await put({ size: 'small' });
      assert.deepEqual(valueAt(least, 'spec', 'parameters'), {
        size: 'small',
        version: '7.0',
      });
    },
  },
  {
    name: 'what does not fit the schema is refused with the field',
    async run({ call, path }) {
      const refused = async (values: object) => {
        const { status, body } = await call('POST', path(CACHES, 'caches'), {
          body: cache('bad', values as KubeObject),
        });
        return [
          status,
          ...listAt(body, 'details', 'causes').map(one => textAt(one, 'field')),
        ];
      };
      assert.deepEqual(await refused({ size: 'huge' }), [
        422,
        'spec.parameters.size',
      ]);
      assert.deepEqual(await refused({ size: 'small', replicas: 9 }), [
        422,
        'spec.parameters.replicas',
      ]);
      assert.deepEqual((await refused({ replicas: 2 }))[0], 422);
    },
  },
  {
    name: 'unknown fields are dropped by create and refused by apply',
    async run({ expectOk, call, path }) {
      const made = await expectOk('POST', path(CACHES, 'caches'), {
        body: cache('u', { size: 'small', colour: 'red' }),
      });
      assert.equal(valueAt(made, 'spec', 'parameters', 'colour'), undefined);
      const { status, body } = await call(
        'PATCH',
        path(CACHES, 'caches', 'v'),
        {
          body: cache('v', { size: 'small', colour: 'red' }),
          contentType: APPLY,
          query: BY_ARGO,
        },
      );
      assert.equal(status, 500);
      assert.match(
        textAt(body, 'message') ?? '',
        /\.spec\.parameters\.colour: field not declared in schema/,
      );
    },
  },
  {
    name: 'status and scale are subresources of their own',
    async run({ expectOk, path }) {
      const target = path(CACHES, 'caches', 's');
      const made = await expectOk('POST', path(CACHES, 'caches'), {
        body: {
          ...cache('s', { size: 'small', replicas: 2 }),
          status: { replicas: 9 },
        },
      });
      assert.equal(made.status, undefined);
      const stated = await expectOk('PATCH', `${target}/status`, {
        body: {
          status: {
            replicas: 2,
            conditions: [{ type: 'Ready', status: 'True' }],
          },
        },
        contentType: MERGE,
        query: { fieldManager: 'crossplane' },
      });
      assert.equal(stated.metadata.generation, 1);
      assert.deepEqual(entryOf(stated, 'crossplane', 'Update', 'status'), {
        'f:status': { '.': {}, 'f:conditions': {}, 'f:replicas': {} },
      });
      const scale = await expectOk('GET', `${target}/scale`);
      assert.deepEqual(
        [
          valueAt(scale, 'spec', 'replicas'),
          valueAt(scale, 'status', 'replicas'),
        ],
        [2, 2],
      );
      await expectOk('PATCH', `${target}/scale`, {
        body: { spec: { replicas: 3 } },
        contentType: MERGE,
        query: { fieldManager: 'kubectl' },
      });
      const scaled = await expectOk('GET', target);
      assert.equal(valueAt(scaled, 'spec', 'parameters', 'replicas'), 3);
      assert.deepEqual(entryOf(scaled, 'kubectl', 'Update', 'scale'), {
        'f:spec': { 'f:parameters': { 'f:replicas': {} } },
      });
    },
  },
  {
    name: 'strategic merge patches are for built-in kinds only',
    async run({ expectOk, call, path }) {
      await expectOk('POST', path(CACHES, 'caches'), {
        body: cache('p', { size: 'small' }),
      });
      const { status } = await call('PATCH', path(CACHES, 'caches', 'p'), {
        body: { spec: {} },
        contentType: 'application/strategic-merge-patch+json',
      });
      assert.equal(status, 415);
    },
  },
];
