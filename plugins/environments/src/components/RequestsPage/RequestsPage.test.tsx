import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderScreen } from '../../__testUtils__';
import { RequestsPage } from './RequestsPage';

function setup() {
  const { container } = renderScreen(<RequestsPage />, {
    at: '/environments/requests',
    mountPath: '/environments/requests',
  });
  return { container, user: userEvent.setup() };
}

it('lists open requests with way, gates and state, each leading to its page', async () => {
  const { container } = setup();

  const link = await screen.findByRole('link', { name: /^#157/ });
  expect(link).toHaveAttribute('href', '/environments/requests/157');
  expect(
    screen.getByRole('img', { name: '6 pass, 2 wait, 0 fail' }),
  ).toBeVisible();
  expect(screen.getAllByRole('row')).toHaveLength(4);
  expect(await axe(container)).toHaveNoViolations();
});

it('shows merged and closed ones on demand', async () => {
  const { user } = setup();

  await user.click(await screen.findByRole('radio', { name: 'Merged 1' }));
  expect(screen.getByRole('link', { name: /^#131/ })).toBeVisible();
  expect(screen.queryByRole('link', { name: /^#157/ })).toBeNull();
  await user.click(screen.getByRole('radio', { name: 'Closed 0' }));
  expect(screen.queryByRole('table')).toBeNull();
});
