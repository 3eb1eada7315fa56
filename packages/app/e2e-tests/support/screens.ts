import type { Page } from '@playwright/test';

/** Keeps a picture of the window as an artifact. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  // Nothing that hovers or fades belongs in the picture.
  await page.mouse.move(0, 0);
  await page.screenshot({
    path: `test-results/screens/${name}.png`,
    animations: 'disabled',
  });
}
