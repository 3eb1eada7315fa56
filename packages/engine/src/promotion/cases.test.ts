import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { PromotionCase, runPromotionCase } from '../cases/promotionCases';

const cases = load(
  readFileSync(
    path.join(__dirname, '../__fixtures__/cases/promotion.yaml'),
    'utf8',
  ),
) as PromotionCase[];

describe('promotion cases', () => {
  it.each(cases.map(item => [item.id, item.title, item] as const))(
    '%s %s',
    (_id, _title, item) => {
      expect(runPromotionCase(item)).toEqual([]);
    },
  );
});
