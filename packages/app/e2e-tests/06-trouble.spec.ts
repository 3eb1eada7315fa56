import { card, openEnvironments, sidebar, visit } from './support/portal';
import { findRepository } from './support/repository';
import { keepScreen } from './support/screens';
import { expect, test } from './support/test';

const STAGING = 'environments/staging/infrastructure/redis-cache.yaml';

test('a service that is not in the repository is told how to connect', async ({
  as,
}) => {
  const page = await as('Mira Holt');
  await openEnvironments(page, 'address-book');
  await expect(
    page.getByRole('heading', {
      name: 'Connect address-book to its environments',
    }),
  ).toBeVisible();
  await expect(
    page.getByText('stagecraft.io/service: address-book'),
  ).toBeVisible();
  await keepScreen(page, '6-connect');
});

test('a file that cannot be read is named, and everything else works', async ({
  as,
}) => {
  const page = await as('Lea Brandt');
  const repository = await findRepository(page);
  const whole = repository.read(STAGING);
  await page.getByRole('button', { name: 'Push the mistake' }).click();
  await expect(page.getByText('Mistake pushed')).toBeVisible();
  await openEnvironments(page, 'user-service');
  const staging = card(page, 'staging');
  await expect(staging).toContainText('1 file cannot be read');
  await expect(staging).toContainText(/redis-cache\.yaml:\d+/);
  await expect(
    staging.getByRole('link', { name: 'user-database', exact: true }),
  ).toBeVisible();
  await expect(card(page, 'dev')).not.toContainText('cannot be read');
  await expect(
    card(page, 'production').getByRole('link', { name: /^Healthy, / }),
  ).toBeVisible();
  await keepScreen(page, '6-unreadable');

  await sidebar(page).getByRole('link', { name: 'Sandbox' }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('Mistake taken back')).toBeVisible();
  expect(repository.read(STAGING)).toBe(whole);
  await openEnvironments(page, 'user-service');
  await expect(staging).not.toContainText('cannot be read');
  await expect(staging.getByRole('link', { name: /^Deployed, / })).toBeVisible({
    timeout: 60_000,
  });
});

test('a cluster that is gone: the card says so, since when, and keeps the rest', async ({
  as,
}) => {
  const page = await as('Mira Holt');
  await sidebar(page).getByRole('link', { name: 'Sandbox' }).click();
  const answers = page.getByRole('switch', { name: 'prod-eu1 answers' });
  await expect(answers).toBeChecked();
  await page.getByText('prod-eu1 answers').click();
  await expect(page.getByText('prod-eu1 is gone')).toBeVisible();
  await openEnvironments(page, 'user-service');
  const production = card(page, 'production');
  await expect(production).toContainText(
    /prod-eu1 (has not answered since|does not answer)/,
    { timeout: 90_000 },
  );
  await expect(production).toContainText(/as of \d{1,2}:\d{2}/);
  await expect(
    production.getByRole('link', { name: 'user-database', exact: true }),
  ).toBeVisible();
  await expect(
    card(page, 'staging').getByRole('link', { name: 'Healthy, 5 of 5' }),
  ).toBeVisible();
  await keepScreen(page, '6-unreachable');

  await sidebar(page).getByRole('link', { name: 'Sandbox' }).click();
  await page.getByText('prod-eu1 answers').click();
  await expect(page.getByText('prod-eu1 answers again')).toBeVisible();
  await openEnvironments(page, 'user-service');
  await expect(
    production.getByRole('link', { name: 'Healthy, 5 of 5' }),
  ).toBeVisible({ timeout: 90_000 });
});

test('a request that does not exist is not found, in words', async ({ as }) => {
  const page = await as('Guest');
  await visit(page, '/environments/requests/4711');
  await expect(page.getByRole('alert')).toContainText(/4711/, {
    timeout: 60_000,
  });
});
