import { liveParameters } from './support/cluster';
import { card, openEnvironments, sidebar } from './support/portal';
import { keepScreen } from './support/screens';
import { expect, test } from './support/test';

test.describe.configure({ mode: 'serial' });

const liveReplicas = async () =>
  (
    await liveParameters(
      'prod-eu1',
      'user-service-production',
      'xpostgresqls/user-database',
    )
  ).replicas;

test('a change by hand shows on the card, in the drawer and in the ledger', async ({
  as,
}) => {
  const mira = await as('Mira Holt');
  await openEnvironments(mira, 'user-service');
  const production = card(mira, 'production');
  await expect(
    production.getByRole('link', { name: /^No drift/ }),
  ).toBeVisible();

  const aiko = await as('Aiko Tan');
  await sidebar(aiko).getByRole('link', { name: 'Sandbox' }).click();
  await aiko.getByRole('button', { name: 'Change replicas to 5' }).click();
  await expect(aiko.getByText('Production changed by hand')).toBeVisible();
  expect(await liveReplicas()).toBe(5);

  await test.step('the card follows without a reload', async () => {
    const value = production.getByRole('link', {
      name: 'replicas, Git 3, live 5, drifted',
    });
    await expect(value).toBeVisible();
    await expect(
      production.getByRole('link', { name: /^1 drifted/ }),
    ).toBeVisible();
    await expect(
      production.getByRole('link', { name: 'Deployed, self-heal off' }),
    ).toBeVisible();
    await keepScreen(mira, '5-card');
    await value.click();
  });

  await test.step('the drawer says both values, who and since when', async () => {
    const drawer = mira.getByRole('dialog', { name: /user-database/ });
    await expect(drawer).toContainText('Live differs from Git in 1 field');
    const row = drawer
      .getByRole('table', { name: 'Fields that differ' })
      .getByRole('row', { name: /^spec\.parameters\.replicas/ });
    const cells = row.getByRole('cell');
    await expect(cells.nth(1)).toHaveText(
      /^3\s*postgres\.yaml:12@[0-9a-f]{7}$/,
    );
    await expect(cells.nth(2)).toHaveText('5');
    await expect(cells.nth(3)).toHaveText(/Manual\s*kubectl-edit/);
    await expect(cells.nth(4)).toHaveText(/\d{1,2}:\d{2}/);
    await expect(
      drawer.getByRole('columnheader', { name: 'At or before' }),
    ).toBeVisible();
    await keepScreen(mira, '5-drawer');
    await mira.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
  });

  await test.step('the ledger of all services has it', async () => {
    await sidebar(mira).getByRole('link', { name: 'Environments' }).click();
    await mira
      .getByRole('link', { name: 'Drift' })
      .or(mira.getByRole('tab', { name: 'Drift' }))
      .first()
      .click();
    const row = mira
      .getByRole('table', { name: 'Drifted fields' })
      .getByRole('row', { name: /user-database/ });
    await expect(row).toContainText('user-service');
    await expect(row).toContainText('production');
    await expect(row).toContainText('spec.parameters.replicas');
    await expect(row).toContainText('Manual');
    await expect(row).toContainText('kubectl-edit');
    await keepScreen(mira, '5-ledger');
    await row.getByRole('link').click();
    await expect(
      mira.getByRole('dialog', { name: /user-database/ }),
    ).toContainText('kubectl-edit');
  });
});

test('a value taken away has no author, only a time', async ({ as }) => {
  const page = await as('Aiko Tan');
  await sidebar(page).getByRole('link', { name: 'Sandbox' }).click();
  await page
    .getByRole('button', { name: 'Remove the backup retention' })
    .click();
  await openEnvironments(page, 'user-service');
  const production = card(page, 'production');
  await production.getByRole('link', { name: /^2 drifted/ }).click();
  await expect(
    page
      .getByRole('dialog', { name: /user-database/ })
      .getByRole('row', { name: /backupRetention/ }),
  ).toContainText('a removal has no author');
});

test('with self-heal Argo CD takes production back to Git', async ({ as }) => {
  const page = await as('Aiko Tan');
  await sidebar(page).getByRole('link', { name: 'Sandbox' }).click();
  await page.getByRole('button', { name: 'Turn self-heal on' }).click();
  await expect(page.getByText('Argo CD takes production back')).toBeVisible();
  await expect.poll(liveReplicas, { timeout: 60_000 }).toBe(3);
  await openEnvironments(page, 'user-service');
  const production = card(page, 'production');
  await expect(production.getByRole('link', { name: /^No drift/ })).toBeVisible(
    { timeout: 60_000 },
  );
  await keepScreen(page, '5-healed');
  await sidebar(page).getByRole('link', { name: 'Sandbox' }).click();
  await page.getByRole('button', { name: 'Turn self-heal off' }).click();
  await expect(page.getByText('Argo CD leaves production alone')).toBeVisible();
});
