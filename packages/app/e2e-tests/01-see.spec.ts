import { expectAccessible } from './support/accessibility';
import { PEOPLE } from './support/people';
import {
  arrow,
  card,
  openEnvironments,
  valueOf,
  visit,
} from './support/portal';
import { keepScreen } from './support/screens';
import { expect, test } from './support/test';

test('the sign-in page lists everybody', async ({ page }) => {
  await visit(page, '/');
  await expect(
    page.getByRole('heading', { name: 'Who are you today?' }),
  ).toBeVisible({ timeout: 60_000 });
  for (const person of PEOPLE) {
    await expect(
      page.getByRole('button', { name: new RegExp(`^${person}`) }),
    ).toBeVisible();
  }
  await keepScreen(page, '1-sign-in');
});

test('the tab says for each environment what is there and how it is', async ({
  as,
}) => {
  const page = await as('Mira Holt');
  await openEnvironments(page, 'user-service');

  await test.step('three cards in the order of promotion', async () => {
    const cards = page.getByRole('article', { name: / environment$/ });
    await expect(cards).toHaveCount(3);
    for (const [index, name] of ['dev', 'staging', 'production'].entries()) {
      await expect(cards.nth(index)).toHaveAccessibleName(
        `${name} environment`,
      );
    }
  });

  const [dev, staging, production] = ['dev', 'staging', 'production'].map(
    name => card(page, name),
  );

  await test.step('telling values, the same thing in each card', async () => {
    const cache = 'user-session-cache';
    await expect(valueOf(dev, cache, 'size')).toHaveText('small');
    await expect(valueOf(staging, cache, 'size')).toHaveText('medium');
    await expect(valueOf(production, cache, 'size')).toHaveText('large');
    await expect(valueOf(dev, cache, 'version')).toContainText('7.2');
    await expect(valueOf(staging, cache, 'version')).toHaveText('7.0');
    const database = 'user-database';
    await expect(valueOf(staging, database, 'storage')).toHaveText('50Gi');
    await expect(valueOf(production, database, 'replicas')).toHaveText('3');
    await expect(staging).toContainText('2.14.0, 2/2 ready');
    await expect(staging).toContainText('3 keys, hidden');
  });

  await test.step('health, deployment and drift in words', async () => {
    for (const environment of [dev, staging, production]) {
      await expect(
        environment.getByRole('link', { name: 'Healthy, 5 of 5' }),
      ).toBeVisible();
      await expect(
        environment.getByRole('link', { name: /^Deployed, / }),
      ).toBeVisible();
      await expect(
        environment.getByRole('link', { name: /^No drift, / }),
      ).toBeVisible();
    }
    await expect(staging).toContainText('stg-eu1 / user-service-staging');
  });

  await test.step('counts against the environment before', async () => {
    for (const count of ['8 expected', '2 pending', '1 unexpected']) {
      await expect(staging.getByRole('link', { name: count })).toBeVisible();
    }
    await expect(dev).toContainText('Changes start here.');
    await expect(staging).toContainText('Owes hotfix INC-42');
    await expect(production).toContainText('Production ahead for 3 days');
  });

  await test.step('the arrow says what waits', async () => {
    const way = arrow(page, 'dev', 'staging');
    await expect(way).toContainText('2 changes to promote');
    await expect(way).toContainText('1 to decide');
    await expect(way.getByRole('link', { name: 'Promote' })).toBeVisible();
    await way.getByRole('button', { name: /gates pass/ }).click();
    await expect(page.getByRole('dialog')).toContainText('Exists in dev');
    await page.keyboard.press('Escape');
  });

  await keepScreen(page, '1-environments');
  await expectAccessible(page);
});

test('a resource says where it comes from and what it is made of', async ({
  as,
}) => {
  const page = await as('Mira Holt');
  await openEnvironments(page, 'user-service');
  await card(page, 'staging')
    .getByRole('link', { name: 'user-session-cache', exact: true })
    .click();
  const drawer = page.getByRole('dialog', { name: /user-session-cache/ });
  await expect(drawer).toContainText('XRedisCache');
  await expect(drawer).toContainText('No drift');
  await drawer.getByRole('tab', { name: /^Composed/ }).click();
  await expect(drawer.getByRole('treegrid')).toContainText(
    'user-session-cache',
  );
  await keepScreen(page, '1-composed');
  await drawer.getByRole('tab', { name: 'History' }).click();
  await expect(drawer).toContainText('Promote: user-session-cache to staging');
  await drawer.getByRole('button', { name: 'Close' }).click();
  await expect(drawer).toBeHidden();
});

test('dark, it is as readable', async ({ as }) => {
  const page = await as('Mira Holt', { colorScheme: 'dark' });
  await openEnvironments(page, 'user-service');
  await expect(arrow(page, 'dev', 'staging')).toBeVisible();
  await keepScreen(page, '1-environments-dark');
  await expectAccessible(page);
});

test('on a narrow screen the cards stack and the page does not scroll sideways', async ({
  as,
}) => {
  const page = await as('Mira Holt', {
    viewport: { width: 760, height: 1200 },
  });
  await visit(page, '/catalog/default/component/user-service/environments');
  const boxes = [];
  for (const name of ['dev', 'staging', 'production']) {
    await expect(card(page, name)).toBeVisible({ timeout: 60_000 });
    boxes.push(await card(page, name).boundingBox());
  }
  const [dev, staging, production] = boxes;
  expect(staging?.x).toBe(dev?.x);
  expect(staging!.y).toBeGreaterThan(dev!.y + dev!.height);
  expect(production!.y).toBeGreaterThan(staging!.y + staging!.height);
  const overflow = await page.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await keepScreen(page, '1-environments-760');
});

test('the overview says it in one line for each environment', async ({
  as,
}) => {
  const page = await as('Mira Holt');
  await visit(page, '/catalog/default/component/user-service');
  const overview = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: 'Environments' }) });
  await expect(overview).toContainText('2 changes to promote', {
    timeout: 60_000,
  });
  await expect(overview).toContainText('1 to decide');
  await expect(overview).toContainText('Production ahead for 3 days, INC-42');
  await expect(
    overview.getByRole('link', { name: 'Promote from dev to staging' }),
  ).toBeVisible();
  await keepScreen(page, '1-overview');
  await overview.getByRole('link', { name: 'Open' }).click();
  await expect(card(page, 'production')).toBeVisible();
});

test('the page of all services names those that need somebody', async ({
  as,
}) => {
  const page = await as('Mira Holt');
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Environments' })
    .click();
  const grid = page.getByRole('grid', { name: 'Services and environments' });
  await expect(
    grid.getByRole('gridcell', { name: /^payment-service, staging: degraded/ }),
  ).toBeVisible();
  await expect(
    grid.getByRole('gridcell', { name: /^user-service, production: healthy/ }),
  ).toBeVisible();
  await keepScreen(page, '1-services');
  await expectAccessible(page);
});

test('a guest sees everything and may promote nothing', async ({ as }) => {
  const page = await as('Guest');
  await openEnvironments(page, 'user-service');
  await expect(card(page, 'production')).toBeVisible();
  const way = arrow(page, 'dev', 'staging');
  await expect(way).toContainText('2 changes to promote');
  await expect(way).toContainText(/you may not promote here/i);
  await expect(way.getByRole('link', { name: 'Promote' })).toHaveCount(0);
  await expect(
    way.getByRole('link', { name: 'Ask identity-team' }),
  ).toBeVisible();

  // Whoever has the address finds the plan, and the button is off.
  await visit(
    page,
    '/catalog/default/component/user-service/environments?promote=dev..staging',
  );
  const dialog = page.getByRole('dialog', { name: /^Promote user-service/ });
  await expect(
    dialog.getByRole('button', { name: 'Create change request' }),
  ).toBeDisabled({ timeout: 60_000 });
  await expect(dialog).toContainText('You may not promote here.');
  await keepScreen(page, '1-guest');
});
