import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { runGatesCase } from '../cases/gatesCases';
import { readCases } from '../cases/readCases';
import { EVIDENCE_CODES } from './codes';

const CASES = resolve(__dirname, '../__fixtures__/cases');
const FILES = ['gates.yaml', 'gates-own.yaml'];

describe.each(FILES)('%s', name => {
  const { cases, head } = readCases(readFileSync(resolve(CASES, name), 'utf8'));

  it.each(cases.map(item => [`${item.id} ${item.title}`, item] as const))(
    '%s',
    (_, item) => {
      expect(runGatesCase(item, head)).toEqual([]);
    },
  );
});

describe('evidence codes', () => {
  it('are the closed set, each with its level', () => {
    const { codes } = load(
      readFileSync(resolve(CASES, 'gates.yaml'), 'utf8'),
    ) as { codes: Record<string, { level: string }> };
    const levels = Object.entries(codes).map(([code, { level }]) => [
      code,
      level,
    ]);
    expect(EVIDENCE_CODES).toEqual(Object.fromEntries(levels));
  });
});
