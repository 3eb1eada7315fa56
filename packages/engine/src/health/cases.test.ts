import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { runHealthCase } from '../cases/healthCases';
import { JsonObject } from '../fields';

const FILE = resolve(__dirname, '../__fixtures__/cases/health.yaml');
const cases = load(readFileSync(FILE, 'utf8')) as JsonObject[];

describe('health cases', () => {
  it.each(cases.map(item => [`${item.id} ${item.title}`, item]))(
    '%s',
    (_, item) => {
      expect(runHealthCase(item)).toEqual([]);
    },
  );
});
