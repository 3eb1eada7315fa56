import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { runHealthCase } from '../cases/healthCases';
import { JsonObject } from '../fields';

const FILES = ['health.yaml', 'health-own.yaml'];
const cases = FILES.flatMap(file => {
  const path = resolve(__dirname, '../__fixtures__/cases', file);
  return load(readFileSync(path, 'utf8')) as JsonObject[];
});

describe('health cases', () => {
  it.each(cases.map(item => [`${item.id} ${item.title}`, item]))(
    '%s',
    (_, item) => {
      expect(runHealthCase(item)).toEqual([]);
    },
  );
});
