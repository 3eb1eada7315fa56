import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const GRAVE = new Set(['serious', 'critical']);

/** Looks for what keeps people out: axe finds nothing serious or critical. */
export async function expectAccessible(
  page: Page,
  part: string = 'body',
): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  const grave = violations
    .filter(({ impact }) => impact && GRAVE.has(impact))
    .flatMap(({ id, nodes }) =>
      nodes.map(
        node => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`,
      ),
    );
  expect(grave).toEqual([]);
}
