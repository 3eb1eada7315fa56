import fc from 'fast-check';
import { parsePath } from './parsePath';
import { compileGlobs } from './pathGlobs';

describe('compileGlobs', () => {
  it.each<[glob: string, matching: string[], others: string[]]>([
    ['spec.size', ['spec.size', 'spec.size.x'], ['spec', 'spec.sizes', 'size']],
    ['spec.*', ['spec.a', 'spec.a.b', 'spec["x.y"]'], ['spec', 'x.a']],
    ['*.size', ['spec.size', 'a.size[0]'], ['size', 'a.b.size']],
    ['**.size', ['size', 'a.size', 'a.b.size.c'], ['a.sizes']],
    ['spec.**', ['spec.a', 'spec.a.b'], ['spec', 'x']],
    ['spec.**.size', ['spec.size', 'spec.a.b.size'], ['size', 'spec.a']],
    [
      'metadata.labels.env-*',
      ['metadata.labels.env-a'],
      ['metadata.labels.env'],
    ],
    [
      'metadata.annotations["x.io/y"]',
      ['metadata.annotations["x.io/y"]'],
      ['metadata.annotations.x'],
    ],
    [
      'spec.containers[*].image',
      ['spec.containers[name=main].image', 'spec.containers[0].image'],
      ['spec.containers[name=main].name', 'spec.containers'],
    ],
    [
      'spec.containers[name=main]',
      ['spec.containers[name=main].image'],
      ['spec.containers[name=side].image'],
    ],
    ['', [], ['', 'a']],
    ['**', ['a', 'a.b'], ['']],
  ])('%j', (glob, matching, others) => {
    const globs = compileGlobs(['unrelated', glob]);
    const match = (text: string) => globs.match(parsePath(text) ?? []);
    expect(matching.map(match)).toEqual(matching.map(() => glob));
    expect(others.map(match)).toEqual(others.map(() => undefined));
  });

  it('takes any text and stays fast', () => {
    const path = parsePath('a.a.a.a.a.a.a.a.a.a.a.a.b')!;
    expect(compileGlobs(['**.a.**.a.**.a.**.a.**.c']).match(path)).toBe(
      undefined,
    );
    expect(compileGlobs(['["a"'.repeat(1000)]).match(path)).toBe(undefined);
    expect(compileGlobs([`${'*a'.repeat(50)}*b.c`]).match(path)).toBe(
      undefined,
    );
    fc.assert(
      fc.property(fc.string(), glob => {
        expect(() => compileGlobs([glob]).match(path)).not.toThrow();
      }),
    );
  });
});
