import { cpus } from 'node:os';
import {
  diffComparison,
  driftComparison,
  layoutComparison,
  mergeComparison,
  parseComparison,
} from './comparisons';
import { inFolder } from './folder';
import { Effort, measure } from './measure';
import { mergeQuality } from './mergeQuality';
import { measureGrowth } from './scale';
import { digits, table } from './table';
import { Comparison } from './types';

const FULL = {
  effort: { rounds: 7, milliseconds: 5000 },
  documents: 2000,
  merges: 100,
  sizes: [10, 100, 1000, 10_000],
  milliseconds: 500,
};

const QUICK: typeof FULL = {
  effort: { rounds: 3, milliseconds: 200 },
  documents: 200,
  merges: 20,
  sizes: [10, 100, 1000],
  milliseconds: 50,
};

function comparisonRows(comparison: Comparison, effort: Effort): string[][] {
  const { title, count, unit } = comparison;
  const [first, ...others] = measure(comparison, effort);
  return [first, ...others].map((found, index) => [
    index === 0 ? `${title} (${count.toLocaleString('en')} ${unit})` : '',
    found.contestant.name,
    digits(found.fastest),
    digits(found.median),
    digits((count * 1000) / found.fastest),
    `${digits(found.fastest / first.fastest)}x`,
    found.says,
  ]);
}

function qualityTable(): string {
  return table(
    ['merge', 'right', 'right, file rewritten', 'needless conflict', 'wrong'],
    mergeQuality().map(({ name, ...counts }) => [
      name,
      ...[counts.right, counts.rewritten, counts.needless, counts.wrong].map(
        String,
      ),
    ]),
  );
}

function growthTable(sizes: readonly number[], milliseconds: number): string {
  const rows = measureGrowth(sizes, milliseconds).map(({ work, each }) => {
    const largest = each.get(Math.max(...each.keys())) ?? NaN;
    return [
      work,
      ...sizes.map(size => {
        const time = each.get(size);
        return time === undefined ? '' : digits(time);
      }),
      `${digits(largest / (each.get(100) ?? NaN))}x`,
    ];
  });
  const headings = sizes.map(size => `N = ${size.toLocaleString('en')}`);
  return table(
    ['microseconds of CPU for each', ...headings, 'largest against 100'],
    rows,
  );
}

/**
 * Runs the benchmarks and prints their tables.
 *
 * @param argv - `--quick` for seconds instead of a minute
 * @returns the exit code: 0, or 2 for wrong usage
 */
export function main(
  argv: readonly string[],
  out: (text: string) => void,
): number {
  const [option, ...rest] = argv;
  if (rest.length > 0 || (option !== undefined && option !== '--quick')) {
    out('usage: bench:engine [--quick]\n');
    return 2;
  }
  const { effort, documents, merges, sizes, milliseconds } =
    option === '--quick' ? QUICK : FULL;
  out(`Node ${process.version}, ${cpus().length} cores.\n\n`);
  const rows = inFolder(folder =>
    [
      parseComparison(documents),
      layoutComparison(folder, documents / 2),
      diffComparison(documents),
      driftComparison(documents),
      mergeComparison(merges),
    ].flatMap(comparison => comparisonRows(comparison, effort)),
  );
  out(
    `${table(
      ['work', 'by', 'ms', 'median', 'a second', 'time', 'answer'],
      rows,
    )}\n`,
  );
  out(`${qualityTable()}\n`);
  out(growthTable(sizes, milliseconds));
  return 0;
}
