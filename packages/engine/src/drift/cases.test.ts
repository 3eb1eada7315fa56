import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DriftCase, runDriftCase } from '../cases/driftCases';
import { readCases } from '../cases/readCases';

const FILES = ['drift.yaml', 'drift-recorded.yaml', 'drift-own.yaml'];

describe.each(FILES)('%s', name => {
  const file = resolve(__dirname, '../__fixtures__/cases', name);
  const { cases } = readCases(readFileSync(file, 'utf8'));
  const table = (cases as unknown as DriftCase[]).map(
    item => [`${item.id} ${item.title}`, item] as const,
  );

  it.each(table)('%s', (_, item) => {
    expect(runDriftCase(item)).toEqual([]);
  });
});
