import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { runGatesCase } from '../cases/gatesCases';
import { JsonObject } from '../fields';
import { EVIDENCE_CODES } from './codes';

const FILE = resolve(__dirname, '../__fixtures__/cases/gates.yaml');
const file = load(readFileSync(FILE, 'utf8')) as {
  codes: Record<string, { level: string }>;
  xrds: JsonObject;
  cases: JsonObject[];
};

describe('gate cases', () => {
  it.each(file.cases.map(item => [`${item.id} ${item.title}`, item]))(
    '%s',
    (_, item) => {
      expect(runGatesCase(item, { xrds: file.xrds })).toEqual([]);
    },
  );

  it('has the closed set of codes, each with its level', () => {
    const levels = Object.entries(file.codes).map(([code, { level }]) => [
      code,
      level,
    ]);
    expect(EVIDENCE_CODES).toEqual(Object.fromEntries(levels));
  });
});
