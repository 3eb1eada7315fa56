import { expect, type Page } from '@playwright/test';
import { sidebar } from './portal';

/** Chooses a template and fills its first page: service, and texts by their labels. */
export async function fillTemplate(
  page: Page,
  template: string,
  answers: { service: string; texts?: Record<string, string> },
): Promise<void> {
  await sidebar(page).getByRole('link', { name: 'Create' }).click();
  const titles = page.getByRole('heading', { level: 4 });
  await expect(titles.filter({ hasText: template })).toBeVisible();
  const names = await titles.allInnerTexts();
  await page
    .getByRole('button', { name: 'Choose' })
    .nth(names.indexOf(template))
    .click();
  await page.getByRole('textbox', { name: 'Service' }).fill(answers.service);
  await page.getByRole('option', { name: answers.service }).click();
  for (const [label, text] of Object.entries(answers.texts ?? {})) {
    await page.getByRole('textbox', { name: label }).fill(text);
  }
}

/** Picks a choice of a select by its label. */
export async function choose(
  page: Page,
  label: string,
  option: string,
): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${label}`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Starts the task on the review page, and follows it to its request in a new tab. */
export async function runTemplate(page: Page): Promise<Page> {
  await page.getByRole('button', { name: 'Create' }).click();
  const link = page.getByRole('link', { name: 'Open the change request' });
  await expect(link).toBeVisible({ timeout: 60_000 });
  const [request] = await Promise.all([
    page.waitForEvent('popup'),
    link.click(),
  ]);
  await expect(request.getByRole('heading', { level: 1 }).first()).toBeVisible({
    timeout: 60_000,
  });
  return request;
}
