import { JsonObject } from '../fields';
import { LAST_APPLIED } from './normalise';
import { applied, custom, drift, entry, summary } from './testObjects';

const SIZE = { 'f:spec': { 'f:size': {} } };

function sent(spec: JsonObject): JsonObject {
  return { [LAST_APPLIED]: JSON.stringify(custom({ spec })) };
}

describe('the cause of a changed field', () => {
  const git = custom({ spec: { size: 'b' } });
  const live = (...managedFields: JsonObject[]) =>
    custom({ spec: { size: 'a' }, managedFields });

  it.each<[string, JsonObject[], string]>([
    ['a person', [entry('kubectl-edit', SIZE)], 'manual kubectl-edit'],
    ['a console', [entry('Mozilla', SIZE)], 'manual Mozilla'],
    ['the tool itself', [applied(SIZE)], 'pending argocd-controller'],
    ['a controller', [entry('x-controller', SIZE)], 'controller x-controller'],
    ['a stranger', [entry('robot', SIZE)], 'unknown robot'],
    [
      'an autoscaler on another field',
      [entry('keda-operator', SIZE, { subresource: 'scale' })],
      'controller keda-operator',
    ],
    ['nobody', [], 'unknown'],
    [
      'nobody, though the tool applies on the server',
      [applied({ 'f:spec': { 'f:other': {} } })],
      'pending',
    ],
    [
      'a person before the tool, whatever the time',
      [
        entry('kubectl-edit', SIZE, { time: '2020-01-01T00:00:00Z' }),
        applied(SIZE),
      ],
      'manual kubectl-edit',
    ],
    [
      'the newest of two',
      [
        entry('kubectl-edit', SIZE, { time: '2026-01-01T00:00:00Z' }),
        entry('kubectl-patch', SIZE, { time: '2026-02-01T00:00:00Z' }),
      ],
      'manual kubectl-patch',
    ],
    [
      'the status subresource is nobody',
      [entry('kubectl-edit', SIZE, { subresource: 'status' })],
      'unknown',
    ],
    [
      'the owner of the map above',
      [entry('kubectl-edit', { 'f:spec': {} })],
      'manual kubectl-edit',
    ],
    [
      'those whose names are lost',
      [entry('ancient-changes', SIZE)],
      'unknown ancient-changes',
    ],
    ['entries that are none', [{ manager: 'kubectl' }, {}], 'unknown'],
  ])('%s', (_, managedFields, expected) => {
    expect(summary(drift(git, live(...managedFields)))).toEqual([
      `changed spec.size ${expected}`,
    ]);
  });

  it('is a mutation if the synced commit says what Git says', () => {
    const result = drift(git, live(applied(SIZE)), { synced: true });
    expect(result.items[0].cause).toBe('mutated');
    expect(result.verdict).toBe('suspect');
  });

  it('has the time and operation of the entry', () => {
    const [item] = drift(git, live(entry('kubectl-edit', SIZE))).items;
    expect(item).toMatchObject({
      time: '2026-03-01T10:00:00Z',
      operation: 'Update',
      desired: 'b',
      live: 'a',
    });
  });

  it.each<[string, JsonObject, string]>([
    ['live is what was sent', { size: 'a' }, 'pending'],
    ['Git is what was sent', { size: 'b' }, 'manual'],
    ['neither is', { size: 'c' }, 'unknown'],
    ['it was never sent', {}, 'unknown'],
  ])('with a last-applied of which %s', (_, spec, cause) => {
    const object = custom({
      spec: { size: 'a' },
      metadata: { annotations: sent(spec) },
    });
    expect(drift(git, object).items[0].cause).toBe(cause);
  });

  it('does not take a person for the tool that wrote last-applied', () => {
    const object = custom({
      spec: { size: 'a' },
      metadata: { annotations: sent({ size: 'a' }) },
      managedFields: [
        entry('kubectl-client-side-apply', {
          ...SIZE,
          'f:metadata': { 'f:annotations': { [`f:${LAST_APPLIED}`]: {} } },
        }),
      ],
    });
    expect(summary(drift(git, object))).toEqual([
      'changed spec.size manual kubectl-client-side-apply',
    ]);
  });

  it('does not count replicas of the autoscaler', () => {
    const scaled = entry(
      'kube-controller-manager',
      { 'f:spec': { 'f:replicas': {} } },
      { subresource: 'scale' },
    );
    const object = custom({ spec: { replicas: 9 }, managedFields: [scaled] });
    const result = drift(custom({ spec: { replicas: 2 } }), object);
    expect(result).toMatchObject({ verdict: 'inSync', items: [] });
    expect(result.suppressed).toMatchObject([
      { text: 'spec.replicas', cause: 'autoscaler', desired: 2, live: 9 },
    ]);
  });
});

describe('the cause of a removal', () => {
  const git = custom({ spec: { size: 'b', other: 1 } });
  const live = custom({
    spec: { other: 1 },
    managedFields: [entry('kubectl-edit', { 'f:spec': { 'f:other': {} } })],
  });

  it('names nobody', () => {
    const [item] = drift(git, live).items;
    expect(item).toMatchObject({ kind: 'removed', cause: 'unknown' });
    expect(item.manager).toBeUndefined();
    expect(item.time).toBeUndefined();
  });

  it('has a window between two readings', () => {
    const previous = { object: git, at: '2026-03-01T20:50:00Z' };
    const readAt = '2026-03-01T21:20:00Z';
    expect(drift(git, live, { previous, readAt }).items).toMatchObject([
      { cause: 'manual', between: [previous.at, readAt] },
    ]);
  });

  it('was done by hand if the tool had sent the field', () => {
    const object = custom({
      spec: { other: 1 },
      metadata: { annotations: sent({ size: 'b', other: 1 }) },
    });
    expect(summary(drift(git, object))).toEqual(['removed spec.size manual']);
  });

  it('is pending if the tool never sent the field', () => {
    const object = custom({
      spec: { other: 1 },
      metadata: { annotations: sent({ other: 1 }) },
    });
    const result = drift(git, object);
    expect(summary(result)).toEqual(['removed spec.size pending']);
    expect(result.verdict).toBe('pending');
  });

  it('is pending if the last sync was before this desired state', () => {
    expect(drift(git, live, { synced: false }).verdict).toBe('pending');
  });
});
