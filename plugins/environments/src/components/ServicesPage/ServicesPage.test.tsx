import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { serviceList } from '../../__fixtures__';
import { renderScreen } from '../../__testUtils__';
import { EnvironmentsApi } from '../../api';
import { ServicesPage } from './ServicesPage';

function setup(api: Partial<EnvironmentsApi> = {}) {
  const { container } = renderScreen(<ServicesPage />, {
    at: '/environments/services',
    mountPath: '/environments/services',
    api,
  });
  return { container, user: userEvent.setup() };
}

const grid = () =>
  screen.findByRole('grid', { name: 'Services and environments' });
const cell = (start: string) =>
  screen.getByRole('gridcell', {
    name: (name: string) => name.startsWith(start),
  });

it('names every cell by service, environment and state', async () => {
  const { container } = setup();

  await grid();
  for (const name of [
    'user-service, dev: healthy',
    'user-service, staging: healthy, 1 to deploy',
    'user-service, production: degraded, 3 drifted',
    'partner-api, staging: not here',
    'partner-api, production: not permitted',
  ]) {
    expect(cell(name)).toBeVisible();
  }
  expect(screen.getByText('unreachable since 14:02')).toBeVisible();
  expect(
    screen.getByText('prod-eu1 has not answered since 14:02.'),
  ).toBeVisible();
  expect(screen.getByText('3 d')).toBeVisible();
  expect(await axe(container)).toHaveNoViolations();
});

it('leads to the tab, to the environment in it, and to the dialog', async () => {
  setup();

  await grid();
  expect(screen.getByRole('link', { name: 'user-service' })).toHaveAttribute(
    'href',
    expect.stringMatching(/user-service\/environments$/),
  );
  expect(
    cell('user-service, production: degraded, 3 drifted').querySelector('a'),
  ).toHaveAttribute('href', expect.stringContaining('focus=production'));
  expect(
    screen.getByRole('link', {
      name: '2 changes to promote from dev to staging',
    }),
  ).toHaveAttribute('href', expect.stringContaining('promote=dev..staging'));
});

it('moves with the arrow keys and opens with Enter', async () => {
  const { user } = setup();

  await grid();
  await user.tab();
  screen.getByRole('rowheader', { name: /user-service/ }).focus();
  await user.keyboard('{ArrowRight}');
  expect(cell('user-service, dev: healthy')).toHaveFocus();
  await user.keyboard('{ArrowDown}');
  expect(cell('notification-hub, dev: degraded, 1 drifted')).toHaveFocus();
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(cell('user-service, dev: healthy')).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('status', { name: 'address' })).toHaveTextContent(
    'focus=dev',
  );
});

it('narrows by state and by name', async () => {
  const { user } = setup();

  await grid();
  await user.click(screen.getByRole('radio', { name: 'Degraded 2' }));
  expect(screen.getAllByRole('rowheader')).toHaveLength(2);
  expect(screen.getByText('2 of 4')).toBeVisible();
  await user.type(screen.getByRole('searchbox'), 'messaging');
  expect(screen.getAllByRole('rowheader')).toHaveLength(1);
  await user.type(screen.getByRole('searchbox'), 'x');
  expect(screen.getByText('No service matches.')).toBeVisible();
});

it('hides filters that find nothing', async () => {
  setup({
    listServices: async () => ({
      ...serviceList,
      items: serviceList.items.filter(row => row.service === 'partner-api'),
    }),
  });

  await grid();
  expect(screen.queryByRole('radio', { name: /Degraded/ })).toBeNull();
  expect(screen.getByRole('radio', { name: 'To promote 1' })).toBeVisible();
});

it('says why it could not be read', async () => {
  setup({
    listServices: async () => {
      throw new Error('The database does not answer.');
    },
  });

  expect(
    await screen.findByText('The database does not answer.'),
  ).toBeVisible();
});
