import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { LayoutCase, runLayoutCase } from '../cases/layoutCases';

function casesOf(name: string): LayoutCase[] {
  const file = resolve(__dirname, '../__fixtures__/cases', name);
  return load(readFileSync(file, 'utf8')) as LayoutCase[];
}

const cases = [...casesOf('layout.yaml'), ...casesOf('layout-own.yaml')];

describe('layout cases', () => {
  it.each(cases.map(testCase => [testCase.id, testCase.title, testCase]))(
    '%s: %s',
    (_id, _title, testCase) => {
      expect(runLayoutCase(testCase as LayoutCase)).toEqual([]);
    },
  );
});

it('says what differs', () => {
  const differences = runLayoutCase({
    id: 'x',
    title: 'x',
    files: { 'environments/dev/a.yaml': 'kind: A\nmetadata: {name: a}\n' },
    expect: {
      environments: ['qa'],
      services: ['s'],
      applications: [{ name: 'app' }],
      resources: { dev: [{ key: '/B/dev/a', from: 'x#0' }] },
      errors: [{ code: 'path-not-found' }],
    },
  });
  expect(differences).toEqual([
    'environments are dev, expected qa',
    'services are , expected s',
    'missing application {"name":"app"}',
    'missing resource of dev: /B/dev/a from x#0 over []',
    'unexpected resource of dev: /A/dev/a from environments/dev/a.yaml#0 over []',
    'missing problem {"code":"path-not-found"}',
  ]);
});
