import { TEXT_CASES } from './__testUtils__/textCases';
import { VALUE_CASES } from './__testUtils__/valueCases';
import { mergeFile } from './mergeFile';

describe('mergeFile', () => {
  it.each([...VALUE_CASES, ...TEXT_CASES])(
    '%s',
    (_title, [base, source, target], merged, conflicts = [], options = {}) => {
      const result = mergeFile({ base, source, target }, options);
      expect(result.text).toBe(merged);
      const paths = result.fields
        .filter(field => field.action === 'conflict')
        .map(field =>
          result.multiDocument ? `${field.resource}:${field.text}` : field.text,
        );
      expect(paths).toEqual(conflicts);
      const again = mergeFile(
        { base: source, source, target: merged },
        options,
      );
      expect(again.text).toBe(merged);
    },
  );

  it('points at what a field may have been called before', () => {
    const { fields } = mergeFile({
      base: 's: {storage: 1, other: 2}\n',
      source: 's: {size: 1, other: 2}\n',
      target: 's: {storage: 1, other: 2}\n',
    });
    const added = fields.find(field => field.text === 's.size');
    expect(added?.renameOf).toBe('s.storage');
  });

  it.each([
    ['a text that is no YAML', 'a: [1\n'],
    ['a key that is there twice', 'a: 1\na: 2\nb: 1\n'],
    ['an explicit key', '? a\n: 1\n? b\n: 1\n'],
    ['an alias to nothing', 'a: *gone\nb: 1\n'],
  ])('refuses %s and leaves it alone', (_what, target) => {
    const result = mergeFile({
      base: 'a: 2\nb: 1\n',
      source: 'a: 2\nb: 5\n',
      target,
    });
    expect(result).toMatchObject({ status: 'refused', text: target });
    expect(result.reason).toBeTruthy();
  });

  it('does not read what need not be edited', () => {
    const target = 'a: 1\na: 2\n';
    const same = { base: 'b: 1\n', source: 'b: 1\n', target };
    expect(mergeFile(same)).toMatchObject({
      status: 'unchanged',
      text: target,
    });
  });

  it('survives nesting that no stack holds', () => {
    const deep = `a: ${'['.repeat(20000)}${']'.repeat(20000)}\n`;
    const result = mergeFile({
      base: 'a: 1\n',
      source: deep,
      target: 'a: 1\n',
    });
    expect(result.status).toBe('refused');
  });
});
