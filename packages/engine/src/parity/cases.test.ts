import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { HistoryCase, runHistoryCase } from '../cases/historyCases';

const cases = load(
  readFileSync(
    path.join(__dirname, '../__fixtures__/cases/history.yaml'),
    'utf8',
  ),
) as HistoryCase[];

describe('history cases', () => {
  it.each(cases.map(item => [item.id, item.title, item] as const))(
    '%s %s',
    (_id, _title, item) => {
      expect(runHistoryCase(item)).toEqual([]);
    },
  );
});
