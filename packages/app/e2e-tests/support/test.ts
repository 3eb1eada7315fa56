import {
  test as base,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { signIn } from './portal';
import type { Person } from './people';

export { expect, type Locator, type Page } from '@playwright/test';

interface People {
  /**
   * The portal as that person sees it, in a browser of their own. Asking twice
   * in one test gives the same window.
   */
  as(person: Person, options?: BrowserContextOptions): Promise<Page>;
}

/** Playwright's test, in which people are somebody. */
export const test = base.extend<People>({
  as: async ({ browser }, provide) => {
    const windows = new Map<Person, Page>();
    await provide(async (person, options) => {
      const open = windows.get(person);
      if (open) {
        return open;
      }
      const context = await browser.newContext(options);
      const page = await context.newPage();
      windows.set(person, page);
      await signIn(page, person);
      return page;
    });
    for (const page of windows.values()) {
      await page.context().close();
    }
  },
});
