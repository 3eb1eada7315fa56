import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { LayoutCase, runLayoutCase } from '../cases/layoutCases';

const file = resolve(__dirname, '../__fixtures__/cases/layout.yaml');
const cases = load(readFileSync(file, 'utf8')) as LayoutCase[];

describe('layout cases', () => {
  it.each(cases.map(testCase => [testCase.id, testCase.title, testCase]))(
    '%s: %s',
    (_id, _title, testCase) => {
      expect(runLayoutCase(testCase as LayoutCase)).toEqual([]);
    },
  );
});
