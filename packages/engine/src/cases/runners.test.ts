import { recogniseCases } from './recogniseCases';
import { runCase } from './runners';

describe('recogniseCases', () => {
  it.each([
    [{ input: {}, expect: {} }, 'gates'],
    [{ expect: { decision: 'allow' } }, 'gates'],
    [{ commits: [] }, 'history'],
    [{ files: {} }, 'layout'],
    [{ base: null, source_now: '', target: null }, 'promotion'],
    [{ target: 'a: 1', expect: { merged: null } }, 'promotion'],
    [{ desired: {}, live: null }, 'drift'],
    [{ desired: null, live: {} }, 'drift'],
    [{ desiredText: 'a: 1' }, 'drift'],
    [{ expect: { drifted: false, paths: [] } }, 'drift'],
    [{ object: null, read: 'notFound' }, 'health'],
    [{ parts: [] }, 'health'],
    [{ read: 'timeout', expect: { status: 'Unknown' } }, 'health'],
    [{ anything: 1 }, undefined],
  ])('%j is %s', (item, kind) => {
    expect(recogniseCases([null, item])).toBe(kind);
  });
});

describe('runCase', () => {
  it('takes an error for a difference, with its place', () => {
    const differences = runCase('history', { id: 'x', commits: 1 });
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatch(/^threw TypeError: .* \(at .*historyCases/);
  });
});
