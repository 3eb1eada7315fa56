import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const GRAVE = new Set(['serious', 'critical']);

/**
 * Looks for what keeps people out: axe finds nothing serious or critical. The
 * tabs that Backstage draws in the head of a page name panels that it does not
 * draw; they are not ours to repair.
 */
export async function expectAccessible(
  page: Page,
  part: string = 'body',
): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .exclude('[role=tablist]')
    .analyze();
  const grave = violations
    .filter(({ impact }) => impact && GRAVE.has(impact))
    .flatMap(({ id, nodes }) =>
      nodes.map(
        node => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`,
      ),
    );
  expect(grave).toEqual([]);
}
