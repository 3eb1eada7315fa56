import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from './people';

/** The first page of a fresh browser loads a big bundle; two cores take their time. */
const FIRST_PAGE_MS = 60_000;

/** Goes to an address without waiting for everything on it: tests wait for what they look at. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'commit', timeout: FIRST_PAGE_MS });
}

/** Signs in by a click on the person's name. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await visit(page, '/');
  await page
    .getByRole('button', { name: new RegExp(`^${person}`) })
    .click({ timeout: FIRST_PAGE_MS });
  await expect(
    sidebar(page).getByRole('link', { name: 'Catalog' }),
  ).toBeVisible({ timeout: FIRST_PAGE_MS });
}

/** The navigation on the left. */
export function sidebar(page: Page): Locator {
  return page.getByRole('navigation', { name: 'sidebar nav' });
}

/** Walks from the catalog to the environments of a service. */
export async function openEnvironments(
  page: Page,
  service: string,
): Promise<void> {
  await sidebar(page).getByRole('link', { name: 'Catalog' }).click();
  await page.getByRole('link', { name: service, exact: true }).first().click();
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name: 'Environments' })
    .click();
}

/** The card of an environment. */
export function card(page: Page, environment: string): Locator {
  return page.getByRole('article', { name: `${environment} environment` });
}

/** The way between two environments. */
export function arrow(page: Page, from: string, to: string): Locator {
  return page.getByRole('group', { name: new RegExp(`^${from} to ${to}: `) });
}

/** The value under a label on a card, e.g. `version` of `user-session-cache`. */
export function valueOf(
  environment: Locator,
  resource: string,
  label: string,
): Locator {
  return environment
    .locator('div')
    .filter({
      has: environment
        .page()
        .getByRole('link', { name: resource, exact: true }),
    })
    .filter({ has: environment.page().locator('dl') })
    .last()
    .locator('dl > div')
    .filter({ has: environment.page().getByText(label, { exact: true }) })
    .locator('dd');
}
