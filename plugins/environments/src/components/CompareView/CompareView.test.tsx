import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { comparison } from '../../__fixtures__';
import { TAB, renderScreen } from '../../__testUtils__';
import { EnvironmentsApi } from '../../api';
import { EntityEnvironments } from '../EntityEnvironments';

beforeAll(() => {
  // The browser of the tests has no layout to scroll.
  Element.prototype.scrollIntoView = jest.fn();
});

function setup(search = '', api: Partial<EnvironmentsApi> = {}) {
  const { container } = renderScreen(<EntityEnvironments />, {
    at: `${TAB}/compare/dev/staging${search}`,
    api,
  });
  return { container, user: userEvent.setup() };
}

const table = () =>
  screen.findByRole('table', { name: 'Differences between dev and staging' });
const rowOf = (name: RegExp) => screen.getByRole('row', { name });
const address = () => screen.getByRole('status', { name: 'address' });

describe('field by field', () => {
  it('has one head, and for every difference both values, their origins and the reason', async () => {
    const { container } = setup();

    const columns = within(await table()).getAllByRole('columnheader');
    expect(columns.map(column => column.textContent)).toEqual([
      'Field',
      'dev',
      'staging',
      'Difference',
      'Why',
    ]);
    const version = rowOf(/spec\.parameters\.version/);
    expect(version).toHaveTextContent('"7.2"redis-cache.yaml:11@9c1e4a2');
    expect(version).toHaveTextContent('"7.0"redis-cache.yaml:11@4f2a91c');
    expect(version).toHaveTextContent(
      'Lag. staging has the value dev had until 9c1e4a2, today 14:18.',
    );
    expect(rowOf(/maxMemoryPolicy/)).toHaveTextContent('not set');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('puts what needs somebody before what is expected', async () => {
    setup();

    await table();
    const heads = screen
      .getAllByRole('button', { expanded: true })
      .map(head => head.textContent);
    expect(heads.map(head => head?.split(/X|ConfigMap|Deployment/)[0])).toEqual(
      [
        'user-session-cache',
        'user-service-config',
        'user-service',
        'user-database',
      ],
    );
  });

  it('says of a shadowed definition what is in force and that nothing is lost', async () => {
    setup();

    await table();
    expect(
      screen.getByText(/staging defines it twice; the last one wins whole/),
    ).toBeVisible();
    expect(screen.getByText(/None of its fields is lost/)).toBeVisible();
  });

  it('closes and opens a resource', async () => {
    const { user } = setup();

    await table();
    const head = screen.getByRole('button', { name: /user-service-config/ });
    await user.click(head);
    expect(screen.queryByText('SESSION_TTL')).not.toBeInTheDocument();
    await user.click(head);
    expect(screen.getByText('SESSION_TTL')).toBeVisible();
  });
});

describe('narrowing', () => {
  it('shows one reason, and keeps it in the address', async () => {
    const { user } = setup();

    await table();
    await user.click(screen.getByRole('radio', { name: 'Unexpected 1' }));
    expect(screen.getByText('SESSION_TTL')).toBeVisible();
    expect(screen.queryByText('maxMemoryPolicy')).not.toBeInTheDocument();
    expect(address()).toHaveTextContent('show=unexpected');
  });

  it('starts with the reason of the address', async () => {
    setup('?show=pending');

    await table();
    expect(screen.getByText('maxMemoryPolicy')).toBeVisible();
    expect(screen.queryByText('SESSION_TTL')).not.toBeInTheDocument();
  });

  it('hides reasons that nothing has', async () => {
    setup();

    await table();
    expect(
      screen.queryByRole('radio', { name: /Ahead/ }),
    ).not.toBeInTheDocument();
  });

  it('finds fields by name, and says so when none is found', async () => {
    const { user } = setup();

    await table();
    const search = screen.getByRole('searchbox', { name: 'Filter fields' });
    await user.type(search, 'storage');
    expect(screen.getByText('storage')).toBeVisible();
    expect(screen.queryByText('SESSION_TTL')).not.toBeInTheDocument();
    await user.type(search, 'x');
    expect(screen.getByText('No field matches.')).toBeVisible();
  });
});

describe('the keyboard', () => {
  it('goes to the next and the previous difference with n and p', async () => {
    const { user } = setup();

    await table();
    await user.keyboard('nn');
    expect(rowOf(/maxMemoryPolicy/)).toHaveFocus();
    await user.keyboard('p');
    expect(rowOf(/spec\.parameters\.version/)).toHaveFocus();
  });

  it('changes the view with y and f, but not while somebody types', async () => {
    const { user } = setup();

    await table();
    await user.type(screen.getByRole('searchbox'), 'y');
    expect(address()).not.toHaveTextContent('yaml');
    await user.clear(screen.getByRole('searchbox'));
    await user.click(document.body);
    await user.keyboard('y');
    expect(address()).toHaveTextContent('view=yaml');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    await user.keyboard('f');
    expect(await table()).toBeVisible();
  });
});

describe('as YAML', () => {
  it('lays both sides beside each other and marks the reasons', async () => {
    const { container } = setup('?view=yaml');

    const cache = within(
      await screen.findByRole('region', {
        name: 'user-session-cache, XRedisCache',
      }),
    );
    expect(cache.getByText(/version: "7.2"/)).toBeVisible();
    expect(cache.getByText(/version: "7.0"/)).toBeVisible();
    expect(cache.getAllByRole('img', { name: 'Pending' })).toHaveLength(2);
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe('the bar', () => {
  it('leads to the dialog and swaps the sides', async () => {
    const { user } = setup();

    await table();
    expect(
      await screen.findByRole('link', { name: 'Promote 2 changes' }),
    ).toHaveAttribute('href', expect.stringContaining('promote=dev..staging'));
    await user.click(
      screen.getByRole('button', { name: 'Swap the two environments' }),
    );
    expect(address()).toHaveTextContent('/compare/staging/dev');
  });

  it('offers no promotion to those who may not promote', async () => {
    setup('', {
      compareEnvironments: async () => comparison,
      getServiceEnvironments: async () => {
        throw new Error('not now');
      },
    });

    await table();
    expect(
      screen.queryByRole('link', { name: /Promote/ }),
    ).not.toBeInTheDocument();
  });
});

it('says that two environments agree', async () => {
  setup('', {
    compareEnvironments: async () => ({
      ...comparison,
      resources: [],
      counts: { ...comparison.counts, pending: 0, unexpected: 0, expected: 0 },
    }),
  });

  expect(await screen.findByText('No differences')).toBeVisible();
  expect(
    screen.getByText('dev and staging agree in every field.'),
  ).toBeVisible();
});

it('says why a comparison failed', async () => {
  setup('', {
    compareEnvironments: async () => {
      throw new Error('No environment staging.');
    },
  });

  expect(await screen.findByText('No environment staging.')).toBeVisible();
});
