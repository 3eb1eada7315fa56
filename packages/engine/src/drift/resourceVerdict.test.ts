import { JsonObject } from '../fields';
import { detectDrift } from './detectDrift';
import { groupOfManager } from './managers';
import { applied, configMap, custom, drift, entry } from './testObjects';

const desired = configMap({ data: { a: '1' } });

describe('the verdict of a resource', () => {
  it('is unknown with the reason if live could not be read', () => {
    const live = { state: 'unreadable', reason: 'forbidden' } as const;
    expect(detectDrift({ desired, live })).toMatchObject({
      verdict: 'unknown',
      reason: 'forbidden',
      items: [],
    });
  });

  it('is unknown if another version was read', () => {
    const live = { ...desired, apiVersion: 'v2' };
    expect(drift(desired, live)).toMatchObject({ verdict: 'unknown' });
  });

  it('is missing, with the whole resource as its item', () => {
    const result = detectDrift({ desired, live: { state: 'missing' } });
    expect(result).toMatchObject({
      verdict: 'missing',
      items: [{ text: '', kind: 'resource', cause: 'unknown' }],
    });
    const behind = detectDrift({
      desired,
      live: { state: 'missing' },
      synced: false,
    });
    expect(behind.items[0].cause).toBe('pending');
  });

  it('is in sync if neither side has it', () => {
    const result = detectDrift({ live: { state: 'missing' } });
    expect(result).toMatchObject({ verdict: 'inSync', items: [] });
  });

  const id = 'argocd.argoproj.io/tracking-id';
  it.each<[string, JsonObject, boolean | undefined, string]>([
    [
      'its own tracking id',
      { annotations: { [id]: 'app:/ConfigMap:n/c' } },
      undefined,
      'orphan',
    ],
    [
      'the id of another object',
      { annotations: { [id]: 'app:/ConfigMap:n/d' } },
      undefined,
      'inSync',
    ],
    [
      'a tracking label',
      { labels: { 'app.kubernetes.io/instance': 'app' } },
      undefined,
      'orphan',
    ],
    [
      'a label, but of another application',
      { labels: { 'app.kubernetes.io/instance': 'app' } },
      false,
      'inSync',
    ],
    ['no mark, but known to be ours', {}, true, 'orphan'],
    ['no mark', {}, undefined, 'inSync'],
    [
      'a controller',
      { ownerReferences: [{ controller: true }] },
      true,
      'inSync',
    ],
    [
      'an owner that is no controller',
      { ownerReferences: [{ controller: false }] },
      true,
      'orphan',
    ],
    [
      'a claim',
      { labels: { 'crossplane.io/claim-name': 'x' } },
      true,
      'inSync',
    ],
  ])(
    'of an object that Git lacks, with %s',
    (_, metadata, trackedHere, verdict) => {
      const live = configMap({ metadata });
      expect(drift(undefined, live, { trackedHere }).verdict).toBe(verdict);
    },
  );

  it('is pending if a sync would do', () => {
    const live = configMap({
      data: { a: '0', b: '2' },
      managedFields: [applied({ 'f:data': { 'f:a': {}, 'f:b': {} } })],
    });
    expect(drift(desired, live)).toMatchObject({
      verdict: 'pending',
      items: [
        { text: 'data.a', kind: 'changed', cause: 'pending' },
        { text: 'data.b', kind: 'stale', cause: 'pending' },
      ],
    });
  });

  it('is drifted as soon as one item is not pending', () => {
    const live = configMap({
      data: { a: '0', b: '2' },
      managedFields: [
        applied({ 'f:data': { 'f:a': {} } }),
        entry('kubectl-edit', { 'f:data': { 'f:b': {} } }),
      ],
    });
    expect(drift(desired, live).verdict).toBe('drifted');
  });
});

describe('a dry run', () => {
  const git = custom({ spec: { image: 'a', size: 's' } });
  const live = custom({
    spec: { image: 'mirror/a', size: 'm', note: 'x' },
    managedFields: [
      applied({ 'f:spec': { 'f:image': {} } }),
      entry('kubectl-edit', { 'f:spec': { 'f:size': {}, 'f:note': {} } }),
    ],
  });

  it('explains what it gives, and nothing that somebody added', () => {
    const dryRun = custom({
      spec: { image: 'mirror/a', size: 's', note: 'x' },
    });
    const result = drift(git, live, { dryRun });
    expect(result.items.map(({ text }) => text)).toEqual([
      'spec.note',
      'spec.size',
    ]);
    expect(result.suppressed).toMatchObject([
      { text: 'spec.image', cause: 'default' },
    ]);
  });
});

describe('what does not count', () => {
  const live = configMap({
    data: { a: '1', b: '2' },
    metadata: { annotations: { 'crossplane.io/reconcile': 'now' } },
    managedFields: [entry('x-controller', { 'f:data': { 'f:b': {} } })],
  });

  it('is told with its rule', () => {
    const { suppressed } = drift(desired, live);
    expect(suppressed).toMatchObject([
      {
        text: 'metadata.annotations["crossplane.io/reconcile"]',
        cause: 'default',
      },
      {
        text: 'data.b',
        cause: 'controller',
        manager: 'x-controller',
        live: '2',
      },
    ]);
    for (const { rule } of suppressed) expect(rule).toBeTruthy();
  });

  it('is left out on request', () => {
    expect(drift(desired, live, { explain: false }).suppressed).toEqual([]);
  });
});

describe('groupOfManager', () => {
  it.each([
    ['kubectl-edit', 'human'],
    ['kubectl', 'human'],
    ['Mozilla', 'human'],
    ['k9s', 'human'],
    ['Lens', 'human'],
    ['backstage-plugin', 'human'],
    ['argocd-controller', 'gitops'],
    ['kustomize-controller', 'gitops'],
    ['kube-controller-manager', 'controller'],
    ['kubelet', 'controller'],
    ['crossplane', 'controller'],
    ['apiextensions.crossplane.io/composite', 'controller'],
    ['other-operator', 'controller'],
    ['before-first-apply', 'unknown'],
    ['ancient-changes', 'unknown'],
    ['OpenAPI-Generator', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (manager, group) => {
    expect(groupOfManager(manager)).toBe(group);
  });

  it('takes configured groups instead of ours', () => {
    const groups = { human: ['robot-*'] };
    expect(groupOfManager('robot-1', groups)).toBe('human');
    expect(groupOfManager('kubectl-edit', groups)).toBe('unknown');
    expect(groupOfManager('argocd-controller', groups)).toBe('gitops');
  });
});
