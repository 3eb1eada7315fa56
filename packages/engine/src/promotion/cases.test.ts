import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PromotionCase, runPromotionCase } from '../cases/promotionCases';
import { readCases } from '../cases/readCases';
import { mergeFile } from './mergeFile';

const FILES = ['promotion.yaml', 'promotion-own.yaml'];

describe.each(FILES)('%s', name => {
  const file = path.join(__dirname, '../__fixtures__/cases', name);
  const cases = readCases(readFileSync(file, 'utf8'))
    .cases as unknown as PromotionCase[];
  const table = cases.map(item => [`${item.id} ${item.title}`, item] as const);

  it.each(table)('%s', (_, item) => {
    expect(runPromotionCase(item)).toEqual([]);
  });

  it.each(table)('%s: nothing more to do afterwards', (_, item) => {
    const [base, source, target] = [
      item.base,
      item.source_now,
      item.target,
    ].map(text => text ?? undefined);
    const merged = mergeFile({ base, source, target }, item.options);
    const again = mergeFile(
      { base: source, source, target: merged.text },
      item.options,
    );
    expect(again.text).toBe(merged.text);
    expect(again.fields.filter(field => field.action === 'conflict')).toEqual(
      [],
    );
    const idle = mergeFile({ base, source: base, target }, item.options);
    const { text, status } = idle;
    expect({ text, status }).toEqual(
      base === undefined
        ? { text, status }
        : { text: target, status: 'unchanged' },
    );
  });
});
