import { digits, table } from './table';

describe('table', () => {
  it('is Markdown, with numbers to the right', () => {
    expect(
      table(
        ['what', 'ms'],
        [
          ['a', '1.00'],
          ['', '1,234'],
        ],
      ),
    ).toBe(
      '| what |    ms |\n' +
        '| ---- | ----: |\n' +
        '| a    |  1.00 |\n' +
        '|      | 1,234 |\n',
    );
  });
});

describe('digits', () => {
  it.each([
    [12345.6, '12,346'],
    [12.345, '12.3'],
    [1.2345, '1.23'],
    [0.01234, '0.012'],
  ])('%d is %s', (value, text) => expect(digits(value)).toBe(text));
});
