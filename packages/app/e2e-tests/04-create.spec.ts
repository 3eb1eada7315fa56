import { openEnvironments, card, sidebar } from './support/portal';
import { findRepository } from './support/repository';
import { gate, merge } from './support/requests';
import { choose, fillTemplate, runTemplate } from './support/scaffolder';
import { keepScreen } from './support/screens';
import { expect, test } from './support/test';

test.describe.configure({ mode: 'serial' });

const NAME = 'profile-cache';
test('a Redis is asked for with a form that the XRD makes', async ({ as }) => {
  const page = await as('Mira Holt');
  const repository = await findRepository(page);
  await fillTemplate(page, 'Redis cache', {
    service: 'user-service',
    texts: { Name: 'Profile Cache' },
  });

  await test.step('a name that Kubernetes refuses is refused here', async () => {
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByText(/must match pattern/).first()).toBeVisible();
    await page.getByRole('textbox', { name: 'Name' }).fill(NAME);
    await page.getByRole('button', { name: 'Next' }).click();
  });

  await test.step('fields, choices and limits are those of the XRD', async () => {
    await expect(
      page.getByText('platform-core/xrds/xrediscaches.yaml'),
    ).toBeVisible();
    await expect(
      page.getByRole('button', { name: /^Version 7\.0/ }),
    ).toBeVisible();
    await page.getByRole('button', { name: /^Size/ }).click();
    await expect(page.getByRole('option').filter({ hasText: /./ })).toHaveText([
      'small',
      'medium',
      'large',
    ]);
    await page.getByRole('option', { name: 'small' }).click();
    await page.getByRole('textbox', { name: 'Memory' }).fill('plenty');
    await page.getByRole('button', { name: 'Review' }).click();
    await expect(
      page.getByText(/memory must match pattern/).first(),
    ).toBeVisible();
    await keepScreen(page, '4-form');
    await page.getByRole('textbox', { name: 'Memory' }).fill('1Gi');
  });

  await test.step('one change request with one new file', async () => {
    await page.getByRole('button', { name: 'Review' }).click();
    const request = await runTemplate(page);
    await expect(
      request.getByRole('heading', { name: new RegExp(`${NAME}.* #\\d+`) }),
    ).toBeVisible();
    await expect(gate(request, 'Schema')).toContainText('passes');
    await expect(request.getByText('1 file', { exact: true })).toBeVisible();
    await keepScreen(request, '4-request');
    const [added, ...others] = repository.filesOf(await merge(request));
    expect(others).toEqual([]);
    expect(added).toMatch(/^A environments\/dev\/.*profile-cache\.yaml$/);
    const text = repository.read(added.slice(2));
    expect(text).toContain('kind: XRedisCache');
    for (const line of ['size: small', 'version: "7.0"', 'memory: 1Gi']) {
      expect(text).toContain(`\n    ${line}\n`);
    }
    expect(text).not.toContain('rolloutStrategy');
  });

  await test.step('the card of dev has it', async () => {
    await openEnvironments(page, 'user-service');
    await expect(
      card(page, 'dev').getByRole('link', { name: NAME, exact: true }),
    ).toBeVisible({ timeout: 60_000 });
    await expect(card(page, 'staging')).toContainText(`${NAME}not here`);
  });
});

test('the same name again overwrites nothing and says why', async ({ as }) => {
  const page = await as('Mira Holt');
  const repository = await findRepository(page);
  const head = repository.head();
  await fillTemplate(page, 'Redis cache', {
    service: 'user-service',
    texts: { Name: NAME },
  });
  await page.getByRole('button', { name: 'Next' }).click();
  await choose(page, 'Size', 'large');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(
    page.getByText(/dev has XRedisCache profile-cache already, in/).first(),
  ).toBeVisible({ timeout: 60_000 });
  await keepScreen(page, '4-refused');
  expect(repository.head()).toBe(head);
});

test('a Postgres is asked for the same way', async ({ as }) => {
  const page = await as('Lea Brandt');
  const repository = await findRepository(page);
  await fillTemplate(page, 'PostgreSQL database', {
    service: 'payment-service',
    texts: { Name: 'invoice-database' },
  });
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('textbox', { name: 'Database name' }).fill('invoices');
  await page.getByRole('textbox', { name: 'Storage' }).fill('10Gi');
  await page.getByRole('button', { name: 'Review' }).click();
  const request = await runTemplate(page);
  await expect(
    request.getByRole('heading', { name: /invoice-database.* #\d+/ }),
  ).toBeVisible();
  const [added, ...others] = repository.filesOf(await merge(request));
  expect(others).toEqual([]);
  expect(added).toMatch(/^A .*invoice-database\.yaml$/);
  const text = repository.read(added.slice(2));
  expect(text).toContain('kind: XPostgreSQL');
  expect(text).toContain('    databaseName: invoices\n');
});

test('a guest sees the templates and cannot start one', async ({ as }) => {
  const page = await as('Guest');
  await sidebar(page).getByRole('link', { name: 'Create' }).click();
  await expect(
    page.getByRole('heading', { name: 'Redis cache', level: 4 }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose' })).toHaveCount(0);
});
