import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HistoryCase, runHistoryCase } from '../cases/historyCases';
import { readCases } from '../cases/readCases';

const FILES = ['history.yaml', 'history-own.yaml'];

describe.each(FILES)('%s', name => {
  const file = path.join(__dirname, '../__fixtures__/cases', name);
  const cases = readCases(readFileSync(file, 'utf8'))
    .cases as unknown as HistoryCase[];

  it.each(cases.map(item => [`${item.id} ${item.title}`, item] as const))(
    '%s',
    (_, item) => {
      expect(runHistoryCase(item)).toEqual([]);
    },
  );
});
