import { JsonObject } from '../fields';
import { LAST_APPLIED } from './normalise';
import {
  applied,
  configMap,
  custom,
  drift,
  entry,
  summary,
} from './testObjects';

const human = (fields: JsonObject) => entry('kubectl-edit', fields);

describe('live-only fields', () => {
  it.each<[string, JsonObject, string[]]>([
    [
      'of a person',
      human({ 'f:data': { 'f:b': {} } }),
      ['added data.b manual kubectl-edit'],
    ],
    ['of a controller', entry('x-controller', { 'f:data': { 'f:b': {} } }), []],
    ['of a stranger', entry('robot', { 'f:data': { 'f:b': {} } }), []],
    ['of nobody', human({ 'f:metadata': {} }), []],
    [
      'of the tool',
      applied({ 'f:data': { 'f:b': {} } }),
      ['stale data.b pending argocd-controller'],
    ],
  ])('%s', (_, owner, expected) => {
    const live = configMap({
      data: { a: '1', b: '2' },
      managedFields: [owner],
    });
    const result = drift(configMap({ data: { a: '1' } }), live);
    expect(summary(result)).toEqual(expected);
  });

  it('tells strangers apart as suspects', () => {
    const live = configMap({
      data: { a: '1', b: '2' },
      managedFields: [entry('robot', { 'f:data': { 'f:b': {} } })],
    });
    const result = drift(configMap({ data: { a: '1' } }), live);
    expect(result.verdict).toBe('suspect');
    expect(result.suspects).toMatchObject([
      { text: 'data.b', manager: 'robot', cause: 'unknown' },
    ]);
  });

  it('are not drift where the tool owns them too', () => {
    const owned = { 'f:data': { 'f:b': {} } };
    const live = configMap({
      data: { a: '1', b: '2' },
      managedFields: [applied(owned), human(owned)],
    });
    expect(drift(configMap({ data: { a: '1' } }), live).items).toEqual([]);
  });

  it('are gathered under the highest path that Git lacks', () => {
    const live = custom({
      spec: { x: 1, more: { deep: { one: 1, two: 2 }, by: 'controller' } },
      managedFields: [
        human({ 'f:spec': { 'f:more': { 'f:deep': { 'f:one': {} } } } }),
        entry('x-controller', { 'f:spec': { 'f:more': { 'f:by': {} } } }),
      ],
    });
    expect(summary(drift(custom({ spec: { x: 1 } }), live))).toEqual([
      'added spec.more manual kubectl-edit',
    ]);
  });

  it('count one by one in labels, annotations and finalizers', () => {
    const live = custom({
      metadata: {
        labels: { a: '1', 'b.io/x': '2' },
        finalizers: ['x.io/y', 'foregroundDeletion'],
        annotations: { 'kubectl.kubernetes.io/restartedAt': 'now' },
      },
      managedFields: [
        human({
          'f:metadata': {
            'f:labels': { '.': {}, 'f:a': {}, 'f:b.io/x': {} },
            'f:annotations': { 'f:kubectl.kubernetes.io/restartedAt': {} },
            'f:finalizers': { '.': {}, 'v:"x.io/y"': {} },
          },
        }),
      ],
    });
    expect(summary(drift(custom({}), live))).toEqual([
      'added metadata.finalizers[="x.io/y"] manual kubectl-edit',
      'added metadata.labels.a manual kubectl-edit',
      'added metadata.labels["b.io/x"] manual kubectl-edit',
    ]);
  });

  it('stay with a person who only made the map of labels', () => {
    const live = custom({
      metadata: { labels: { a: '1' } },
      managedFields: [human({ 'f:metadata': { 'f:labels': {} } })],
    });
    expect(drift(custom({}), live).items).toEqual([]);
  });

  it('that came with a client-side apply are defaults', () => {
    const object = custom({ spec: { x: 1 } });
    const live = custom({
      spec: { x: 1, filled: 'in', wrote: 'it' },
      metadata: {
        annotations: {
          [LAST_APPLIED]: JSON.stringify(
            custom({ spec: { x: 1, wrote: 'it' } }),
          ),
        },
      },
      managedFields: [
        entry('kubectl-client-side-apply', {
          'f:metadata': { 'f:annotations': { [`f:${LAST_APPLIED}`]: {} } },
          'f:spec': { 'f:x': {}, 'f:filled': {}, 'f:wrote': {} },
        }),
      ],
    });
    expect(summary(drift(object, live))).toEqual([
      'added spec.wrote manual kubectl-client-side-apply',
    ]);
  });

  it('are stale if the tool sent them and Git has them no more', () => {
    const live = configMap({
      data: { a: '1', b: '2' },
      metadata: {
        annotations: {
          [LAST_APPLIED]: JSON.stringify(
            configMap({ data: { a: '1', b: '2' } }),
          ),
        },
      },
    });
    const result = drift(configMap({ data: { a: '1' } }), live);
    expect(summary(result)).toEqual(['stale data.b pending']);
    expect(result.verdict).toBe('pending');
  });

  it('where Git says null are a matter of opinion, not of pruning', () => {
    const git = custom({ spec: { replicas: null } });
    const owned = { 'f:spec': { 'f:replicas': {} } };
    const of = (owner: JsonObject) =>
      custom({ spec: { replicas: 3 }, managedFields: [owner] });
    expect(drift(git, of(applied(owned))).items).toEqual([]);
    expect(summary(drift(git, of(human(owned))))).toEqual([
      'added spec.replicas manual kubectl-edit',
    ]);
  });
});

describe('containers owned whole', () => {
  const service = (selector: JsonObject, owner?: JsonObject) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 's',
      namespace: 'n',
      ...(owner ? { managedFields: [owner] } : {}),
    },
    spec: { selector },
  });
  const whole = { 'f:spec': { 'f:selector': {} } };

  it.each<[string, JsonObject, JsonObject, string[]]>([
    [
      'a key was added',
      { app: 'x', tier: 'y' },
      human(whole),
      ['added spec.selector.tier manual kubectl-edit'],
    ],
    [
      'a value was changed too',
      { app: 'z', tier: 'y' },
      human(whole),
      ['changed spec.selector.app manual kubectl-edit'],
    ],
    ['it was put back', { app: 'x' }, human(whole), []],
    [
      'a controller owns it',
      { app: 'x', tier: 'y' },
      entry('x-operator', whole),
      [],
    ],
    [
      'Git dropped a key',
      { app: 'x', tier: 'y' },
      applied(whole),
      ['stale spec.selector.tier pending argocd-controller'],
    ],
  ])('%s', (_, live, owner, expected) => {
    expect(summary(drift(service({ app: 'x' }), service(live, owner)))).toEqual(
      expected,
    );
  });

  it('reports what was added inside an atomic list at the list', () => {
    const git = custom({ spec: { steps: [{ weight: 1 }, { weight: 2 }] } });
    const live = custom({
      spec: { steps: [{ weight: 1, pause: '1m' }, { weight: 2 }] },
      managedFields: [human({ 'f:spec': { 'f:steps': {} } })],
    });
    const result = drift(git, live);
    expect(summary(result)).toEqual(['changed spec.steps manual kubectl-edit']);
    expect(result.items[0].live).toEqual([
      { weight: 1, pause: '1m' },
      { weight: 2 },
    ]);
  });

  it('knows a map whose fields went to others from one taken whole', () => {
    const live = custom({
      spec: { x: 1, tags: { a: '1', b: '2' } },
      managedFields: [
        human({ 'f:spec': { 'f:tags': {} } }),
        entry('x-controller', {
          'f:spec': { 'f:tags': { 'f:a': {}, 'f:b': {} } },
        }),
      ],
    });
    const git = custom({ spec: { x: 1, tags: {} } });
    expect(drift(git, live).items).toEqual([]);
  });
});
