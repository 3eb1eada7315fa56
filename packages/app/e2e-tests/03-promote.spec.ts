import { liveParameters } from './support/cluster';
import {
  arrow,
  card,
  openEnvironments,
  valueOf,
  visit,
} from './support/portal';
import { findRepository } from './support/repository';
import {
  changedLines,
  gate,
  merge,
  requestPath,
  shownDiff,
} from './support/requests';
import { fillTemplate, runTemplate } from './support/scaffolder';
import { keepScreen } from './support/screens';
import { expect, test } from './support/test';

test.describe.configure({ mode: 'serial' });

const CACHE = 'environments/staging/infrastructure/redis-cache.yaml';
const CONFIG =
  'environments/staging/applications/user-service/config/config.yaml';
const PARAMETERS = `  parameters:
    size: medium # load test of 3 Nov
    version: "7.2"
    backup: true
    maxMemoryPolicy: allkeys-lru
    # two nodes are lost in a zone outage
    replicas: 3
    memory: 4Gi
`;

test('user-service goes from dev to staging', async ({ as }) => {
  const page = await as('Mira Holt');
  const repository = await findRepository(page);
  const before = repository.read(CACHE);
  const baseline = repository.head();
  await openEnvironments(page, 'user-service');
  await arrow(page, 'dev', 'staging')
    .getByRole('link', { name: 'Promote' })
    .click();
  const dialog = page.getByRole('dialog', {
    name: 'Promote user-service from dev to staging',
  });
  const create = dialog.getByRole('button', { name: 'Create change request' });

  await test.step('the plan takes what is new and keeps what is staging’s', async () => {
    const takes = dialog.getByRole('region', { name: 'Takes from dev' });
    await expect(takes).toContainText('spec.parameters.version');
    await expect(takes).toContainText('spec.parameters.maxMemoryPolicy');
    await expect(takes).toContainText('pays INC-42');
    await dialog.getByRole('button', { name: /more values stay/ }).click();
    const keeps = dialog.getByRole('region', { name: 'Keeps in staging' });
    await expect(keeps).toContainText('spec.parameters.size');
    await expect(keeps).toContainText('medium');
    await expect(keeps).toContainText('spec.parameters.backup');
    await keepScreen(page, '3-promote');
  });

  await test.step('it waits for what only a person can decide', async () => {
    await expect(create).toBeDisabled();
    await expect(dialog).toContainText('Decide 1 field to continue.');
    await dialog
      .getByRole('radiogroup', { name: 'What to do with data.SESSION_TTL' })
      .getByText('Take dev')
      .click();
    await expect(create).toBeEnabled();
    await expect(dialog).not.toContainText('Decide 1 field to continue.');
  });

  await test.step('the exact difference of each file', async () => {
    await expect
      .poll(async () => changedLines(await shownDiff(dialog, CONFIG)))
      .toEqual(['-  SESSION_TTL: "45m"', '+  SESSION_TTL: "30m"']);
    const cache = await shownDiff(dialog, CACHE);
    expect(cache).toContain('     size: medium # load test of 3 Nov');
    expect(changedLines(cache)).toEqual([
      '-    version: "7.0"',
      '+    version: "7.2"',
      '+    maxMemoryPolicy: allkeys-lru',
    ]);
  });

  await test.step('a dry run writes nothing', async () => {
    await dialog.getByRole('button', { name: 'Dry run' }).click();
    await expect(dialog).toContainText(
      /Dry run passed at .*: 2 files, 3 lines added, 2 removed\. Nothing was written\./,
    );
    expect(repository.head()).toBe(baseline);
    expect(repository.read(CACHE)).toBe(before);
    await keepScreen(page, '3-promote-ready');
  });

  await create.click();

  await test.step('the request says what it will do', async () => {
    await expect(
      page.getByRole('heading', {
        name: /^Promote: user-service to staging #\d+/,
      }),
    ).toBeVisible();
    await expect(page.getByText('2 of 2 pass')).toBeVisible();
    await expect(gate(page, 'Exists in dev')).toContainText('passes');
    await expect(gate(page, 'Schema')).toContainText('valid against XRD');
    await expect(page.getByText('You cannot approve')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
    expect(repository.read(CACHE)).toBe(before);
    await keepScreen(page, '3-request');
  });

  await test.step('the card shows the request while it is open', async () => {
    const request = requestPath(page);
    await openEnvironments(page, 'user-service');
    await expect(arrow(page, 'dev', 'staging')).toContainText(
      '2 changes in review',
    );
    await card(page, 'staging')
      .getByRole('link', { name: /^#\d+$/ })
      .click();
    await expect(page).toHaveURL(new RegExp(`${request}$`));
  });

  await test.step('after the merge the cluster and the card follow', async () => {
    // Somebody else has the cards open, and does not reload.
    const other = await as('Lea Brandt');
    await openEnvironments(other, 'user-service');
    const version = valueOf(
      card(other, 'staging'),
      'user-session-cache',
      'version',
    );
    await expect(version).toContainText('7.0');

    const commit = await merge(page);
    await keepScreen(page, '3-merged');
    expect(repository.filesOf(commit).sort()).toEqual([
      `M ${CONFIG}`,
      `M ${CACHE}`,
    ]);
    expect(repository.read(CACHE)).toContain(PARAMETERS);
    expect(repository.read(CONFIG)).toContain('SESSION_TTL: "30m"');
    expect(repository.message()).toMatch(/^Promoted-From: [0-9a-f]{40}$/m);
    expect(repository.message()).toMatch(/^Promoted-By: mira\.holt$/m);

    await expect
      .poll(
        () =>
          liveParameters(
            'stg-eu1',
            'staging',
            'xrediscaches/user-session-cache',
          ),
        { timeout: 60_000 },
      )
      .toMatchObject({
        version: '7.2',
        maxMemoryPolicy: 'allkeys-lru',
        size: 'medium',
        backup: true,
      });
    await expect(version).toHaveText(/7\.2/);
    await expect(
      card(other, 'staging').getByRole('link', { name: /^Deployed, / }),
    ).toBeVisible({ timeout: 60_000 });
    await expect(arrow(other, 'dev', 'staging')).toContainText('Up to date');
    await keepScreen(other, '3-after');
  });
});

test('production takes it only after another person approved', async ({
  as,
}) => {
  const mira = await as('Mira Holt');
  const repository = await findRepository(mira);
  await openEnvironments(mira, 'user-service');
  const way = arrow(mira, 'staging', 'production');
  await expect(way).toContainText('Approval 0 of 1');
  await way.getByRole('link', { name: 'Promote' }).click();
  const dialog = mira.getByRole('dialog', { name: /staging to production$/ });
  await expect(
    dialog.getByRole('region', { name: 'Takes from staging' }),
  ).toContainText('spec.parameters.version');
  await expect(dialog).toContainText(/Merging will wait for approval\./i);
  await dialog.getByRole('button', { name: 'Create change request' }).click();

  await test.step('the author cannot approve, and is told why', async () => {
    await expect(
      mira.getByRole('heading', { name: 'Merge waits for 1 gate' }),
    ).toBeVisible();
    await expect(mira.getByText('You cannot approve')).toBeVisible();
    await expect(mira.getByRole('button', { name: 'Approve' })).toHaveCount(0);
    await expect(
      mira.getByRole('button', { name: 'Merge', exact: true }),
    ).toBeDisabled();
    await keepScreen(mira, '3-approval');
  });

  await test.step('somebody else finds the request and approves', async () => {
    const jonas = await as('Jonas Weber');
    await jonas
      .getByRole('navigation', { name: 'sidebar nav' })
      .getByRole('link', { name: 'Environments' })
      .click();
    await jonas
      .getByRole('link', { name: 'Change requests' })
      .or(jonas.getByRole('tab', { name: 'Change requests' }))
      .first()
      .click();
    await jonas
      .getByRole('link', { name: /user-service to production/ })
      .click();
    await jonas.getByRole('button', { name: 'Approve' }).click();
    await expect(
      jonas.getByRole('heading', { name: 'Ready to merge' }),
    ).toBeVisible();
    await expect(gate(jonas, 'Approval')).toContainText('passes');
  });

  await test.step('the author sees it without a reload, and merges', async () => {
    await expect(
      mira.getByRole('heading', { name: 'Ready to merge' }),
    ).toBeVisible();
    const commit = await merge(mira);
    const cache = 'environments/production/infrastructure/redis-cache.yaml';
    expect(repository.filesOf(commit)).toContain(`M ${cache}`);
    const text = repository.read(cache);
    expect(text).toContain('version: "7.2"');
    expect(text).toContain('memory: 8Gi # INC-42: was 4Gi');
    expect(text).toContain('        - weight: 10 # a tenth of the traffic');
    await expect
      .poll(
        () =>
          liveParameters(
            'prod-eu1',
            'production',
            'xrediscaches/user-session-cache',
          ),
        { timeout: 60_000 },
      )
      .toMatchObject({ version: '7.2', size: 'large', memory: '8Gi' });
    await openEnvironments(mira, 'user-service');
    await expect(
      valueOf(card(mira, 'production'), 'user-session-cache', 'version'),
    ).toHaveText('7.2');
  });
});

test('the template does the same for payment-service', async ({ as }) => {
  const page = await as('Lea Brandt');
  const repository = await findRepository(page);
  const file =
    'environments/staging/applications/payment-service/workload/deployment.yaml';
  expect(repository.read(file)).toContain('payment-service:5.3.1');

  await fillTemplate(page, 'Promote a service', { service: 'payment-service' });
  await page.getByRole('button', { name: 'Review' }).click();
  const request = await runTemplate(page);
  await expect(
    request.getByRole('heading', {
      name: /^Promote: payment-service to staging #\d+/,
    }),
  ).toBeVisible();
  const changed = changedLines(await shownDiff(request.locator('body'), file));
  expect(changed).toEqual([
    expect.stringContaining('payment-service:5.3.1'),
    expect.stringContaining('payment-service:5.4.0'),
  ]);
  const commit = await merge(request);
  expect(repository.filesOf(commit)).toEqual([`M ${file}`]);
  expect(repository.read(file)).toContain('replicas: 2');
  await openEnvironments(page, 'payment-service');
  await expect(card(page, 'staging')).toContainText('5.4.0, 2/2 ready', {
    timeout: 60_000,
  });

  await test.step('a second time there is nothing to promote', async () => {
    await fillTemplate(page, 'Promote a service', {
      service: 'payment-service',
    });
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    await expect(page.getByText(/Nothing to promote/).first()).toBeVisible({
      timeout: 60_000,
    });
  });
});

test('people who may not promote cannot do it past the screens', async ({
  as,
}) => {
  const page = await as('Guest');
  await visit(page, '/environments/requests');
  await page.getByRole('radio', { name: /^Merged/ }).click();
  await page.getByRole('link', { name: /payment-service to staging/ }).click();
  await expect(page.getByRole('heading', { name: /^Merged as/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Merge' })).toHaveCount(0);
});
