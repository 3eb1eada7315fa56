import { expect, type Locator, type Page } from '@playwright/test';

/** Lines of a file's difference, each with its sign, as the screen shows them. */
export async function shownDiff(
  files: Locator,
  file: string,
): Promise<string[]> {
  const rows = files
    .getByRole('table', { name: `Changes of ${file}` })
    .getByRole('row');
  await expect(rows.first()).toBeVisible();
  return rows.evaluateAll(list =>
    list.map(row => {
      const [, , sign, text] = [...row.querySelectorAll('[role=cell]')].map(
        cell => cell.textContent ?? '',
      );
      const signs = [
        ['added', '+'],
        ['removed', '-'],
      ].find(([word]) => sign.includes(word));
      return `${signs?.[1] ?? ' '}${text}`;
    }),
  );
}

/** Those of the lines that a difference adds or removes. */
export function changedLines(lines: string[]): string[] {
  return lines.filter(line => !line.startsWith(' '));
}

/** The address of the request that a page shows. */
export function requestPath(page: Page): string {
  return new URL(page.url()).pathname;
}

/** The gate of that name on a request page or in the dialog. */
export function gate(page: Page, name: string): Locator {
  return page.getByRole('listitem').filter({ hasText: name });
}

/** Merges the request that the page shows, and gives the id of the merge. */
export async function merge(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  const merged = page.getByRole('heading', { name: /^Merged as / });
  await expect(merged).toBeVisible();
  return (await merged.innerText()).replace('Merged as ', '').trim();
}
