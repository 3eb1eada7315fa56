import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { driftList } from '../../__fixtures__';
import { renderScreen } from '../../__testUtils__';
import { EnvironmentsApi } from '../../api';
import { DriftPage } from './DriftPage';

function setup(api: Partial<EnvironmentsApi> = {}) {
  const { container } = renderScreen(<DriftPage />, {
    at: '/environments/drift',
    mountPath: '/environments/drift',
    api,
  });
  return { container, user: userEvent.setup() };
}

const table = () => screen.findByRole('table', { name: 'Drifted fields' });

it('has one row per field with Git first and live second, and says what was watched', async () => {
  const { container } = setup();

  const rows = within(await table()).getAllByRole('row');
  expect(rows).toHaveLength(5);
  expect(rows[1]).toHaveTextContent(
    /17 h.*user-service.*production.*replicas.*3.*5.*Manual.*kubectl-edit/,
  );
  expect(rows[3]).toHaveTextContent('removed, no author');
  expect(
    screen.getByText('1 resource could not be read and is not counted.'),
  ).toBeVisible();
  expect(await axe(container)).toHaveNoViolations();
});

it('leads to the field in the drawer', async () => {
  setup();

  const [, row] = within(await table()).getAllByRole('row');
  expect(await within(row).findByRole('link')).toHaveAttribute(
    'href',
    expect.stringContaining(
      'resource=production/XPostgreSQL/user-database&tab=fields',
    ),
  );
});

it('narrows by cause and by name', async () => {
  const { user } = setup();

  await table();
  await user.click(screen.getByRole('radio', { name: 'Manual 2' }));
  expect(screen.getAllByRole('row')).toHaveLength(3);
  await user.type(screen.getByRole('searchbox'), 'paused');
  expect(screen.getAllByRole('row')).toHaveLength(2);
  await user.type(screen.getByRole('searchbox'), 'x');
  expect(screen.getByText('No field matches.')).toBeVisible();
});

it('says that nothing drifted, and still what could not be read', async () => {
  setup({ listDrift: async () => ({ ...driftList, items: [] }) });

  expect(await screen.findByText('No drift')).toBeVisible();
  expect(screen.getByText(/could not be read/)).toBeVisible();
});
