import { openEnvironments } from './support/portal';
import { keepScreen } from './support/screens';
import { expect, test } from './support/test';

test('dev against staging, field by field and as YAML', async ({ as }) => {
  const page = await as('Mira Holt');
  await openEnvironments(page, 'user-service');
  await page.getByRole('link', { name: 'Compare', exact: true }).click();

  const filter = (name: string) =>
    page
      .getByRole('radiogroup', { name: 'Filter' })
      .getByRole('radio', { name });
  const row = (field: string) =>
    page.getByRole('row', {
      name: new RegExp(`^${field.replace(/\./g, '\\.')} `),
    });

  await test.step('every difference has a reason in a sentence', async () => {
    const version = row('spec.parameters.version');
    await expect(version).toContainText('Pending');
    await expect(version).toContainText(
      /Lag\. staging has the value dev had until [0-9a-f]{7}\./,
    );
    await expect(row('spec.parameters.size')).toContainText(
      /Override\. .*staging's own\./,
    );
    await expect(row('data.SESSION_TTL')).toContainText(
      /Divergent\. Both changed since the last promotion, when it was "?20m"?\./,
    );
  });

  await test.step('every value says where it is written', async () => {
    const policy = row('spec.parameters.maxMemoryPolicy');
    await expect(policy.getByRole('cell').nth(1)).toHaveText(
      /^allkeys-lru\s*redis-cache\.yaml:13@[0-9a-f]{7}$/,
    );
    await expect(policy.getByRole('cell').nth(2)).toHaveText('not set');
  });
  await keepScreen(page, '2-compare');

  await test.step('filters narrow it down', async () => {
    await expect(filter('All 11')).toBeChecked();
    await filter('Pending 2').click();
    await expect(row('spec.parameters.version')).toBeVisible();
    await expect(row('data.SESSION_TTL')).toBeHidden();
    await expect(page).toHaveURL(/show=pending/);
    await filter('Unexpected 1').click();
    await expect(row('data.SESSION_TTL')).toBeVisible();
    await expect(row('spec.parameters.version')).toBeHidden();
    await filter('All 11').click();
    await page
      .getByRole('searchbox', { name: 'Filter fields' })
      .fill('retention');
    await expect(row('spec.parameters.backupRetention')).toBeVisible();
    await expect(row('spec.parameters.size')).toBeHidden();
    await page.getByRole('searchbox', { name: 'Filter fields' }).fill('');
  });

  await test.step('as YAML, side by side', async () => {
    await page.getByRole('radio', { name: 'YAML' }).click();
    await expect(page).toHaveURL(/view=yaml/);
    await expect(page.getByText(/version: ['"]7\.2['"]/).first()).toBeVisible();
    await expect(page.getByText(/version: ['"]7\.0['"]/).first()).toBeVisible();
    await expect(
      page.getByRole('img', { name: 'Pending' }).first(),
    ).toBeVisible();
    await expect(page.getByText('sample-session-key')).toHaveCount(0);
    await keepScreen(page, '2-compare-yaml');
  });
});

test('any two environments can be compared, and the way back is a click', async ({
  as,
}) => {
  const page = await as('Lea Brandt');
  await openEnvironments(page, 'user-service');
  await page.getByRole('link', { name: '2 ahead' }).click();
  await expect(page).toHaveURL(/compare\/staging\/production\?show=ahead/);
  await expect(
    page.getByRole('row', { name: /^spec\.parameters\.memory 4Gi/ }),
  ).toContainText(/Ahead\. .*INC-42/);
  await page.getByRole('button', { name: 'Swap the two environments' }).click();
  await expect(page).toHaveURL(/compare\/production\/staging/);
  await expect(
    page.getByRole('columnheader', { name: 'production' }).first(),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Environments' }).last().click();
  await expect(
    page.getByRole('article', { name: 'staging environment' }),
  ).toBeVisible();
});
