import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { database } from '../../__fixtures__';
import { renderScreen } from '../../__testUtils__';
import { EnvironmentsApi } from '../../api';
import { ResourceDrawer } from './ResourceDrawer';

function setup(tab?: string, api: Partial<EnvironmentsApi> = {}) {
  const onTab = jest.fn();
  const onResource = jest.fn();
  const onClose = jest.fn();
  renderScreen(
    <ResourceDrawer
      service="user-service"
      environment="production"
      resource="XPostgreSQL/user-database"
      tab={tab}
      onTab={onTab}
      onResource={onResource}
      onClose={onClose}
    />,
    { api },
  );
  return { user: userEvent.setup(), onTab, onResource, onClose };
}

const tab = (name: RegExp) => screen.findByRole('tab', { name });

describe('the head', () => {
  it('says how it is, whether it arrived, whether it is still so, and how old this is', async () => {
    setup();

    await tab(/Fields/);
    const dialog = screen.getByRole('dialog', { name: 'user-database' });
    for (const words of [
      'Degraded',
      'Argo CD says Healthy',
      'Deployed',
      '3 fields drifted',
      'since Sun 20:58 or earlier',
      'Live 8 s ago',
    ]) {
      expect(within(dialog).getByText(words)).toBeVisible();
    }
    expect(await axe(dialog)).toHaveNoViolations();
  });

  it('leads to the neighbours by buttons and by brackets, and closes on Escape', async () => {
    const { user, onResource, onClose } = setup();

    await tab(/Fields/);
    await user.keyboard('[[');
    expect(onResource).toHaveBeenLastCalledWith(
      'XRedisCache/user-session-cache',
    );
    await user.keyboard(']');
    expect(onResource).toHaveBeenLastCalledWith('Deployment/user-service');
    await user.click(screen.getByRole('button', { name: /next resource/i }));
    expect(onResource).toHaveBeenCalledTimes(3);
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('says that it reads, and why it could not', async () => {
    setup(undefined, {
      getResource: async () => {
        throw new Error('prod-eu1 has not answered since 14:02.');
      },
    });

    expect(
      await screen.findByText('prod-eu1 has not answered since 14:02.'),
    ).toBeVisible();
  });
});

describe('Fields', () => {
  it('shows Git, live, cause, author and time of every field', async () => {
    setup();

    await tab(/Fields 3/);
    expect(screen.getByText('Live differs from Git in 3 fields')).toBeVisible();
    const rows = screen.getAllByRole('row').slice(1);
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringMatching(
        /replicas3postgres.yaml:115Manualkubectl-editSun 20:58$/,
      ),
      expect.stringMatching(/paused"\]Stops reconciliationnot set"true"Manual/),
      expect.stringMatching(
        /backupRetention30postgres.yaml:13not setUnknowna removal has no authorbetween Sun 20:50 and Sun 21:20$/,
      ),
    ]);
  });

  it('says why the drift lasts in one sentence with one full stop', async () => {
    setup();

    expect(
      await screen.findByText(
        /Argo CD leaves it so: self-heal is off for infrastructure-production\.$/,
      ),
    ).toBeVisible();
  });

  it('lists what is not counted, with the rule that says so', async () => {
    const { user } = setup();

    await user.click(await screen.findByText('Not counted as drift'));
    expect(screen.getByText('crossplane')).toBeVisible();
    expect(screen.getByText(/rule infrastructure-production/)).toBeVisible();
  });

  it.each([
    ['inSync', undefined, 'No field differs'],
    ['unknown', 'secrets is forbidden.', 'This could not be compared'],
  ] as const)('says of %s what it is', async (verdict, reason, title) => {
    setup(undefined, {
      getResource: async () => ({
        ...database,
        drift: { ...database.drift, verdict, reason, fields: [] },
      }),
    });

    expect(await screen.findByText(title)).toBeVisible();
    expect(screen.queryByText(/Live differs/)).not.toBeInTheDocument();
  });
});

describe('the other tabs', () => {
  it('are part of the address', async () => {
    const { user, onTab } = setup();

    await user.click(await tab(/History/));
    expect(onTab).toHaveBeenCalledWith('history');
  });

  it('Composed is a tree that names the deepest failure first', async () => {
    setup('composed');

    await tab(/Composed 2/);
    expect(screen.getByText(/user-database-5xk2p fails/)).toBeVisible();
    const rows = within(screen.getByRole('treegrid')).getAllByRole('row');
    expect(rows.slice(1).map(row => row.getAttribute('aria-level'))).toEqual([
      '1',
      '2',
      '2',
    ]);
    expect(await axe(screen.getByRole('dialog'))).toHaveNoViolations();
  });

  it('Composed is not there for what nothing is composed of', async () => {
    setup(undefined, {
      getResource: async () => ({ ...database, composed: undefined }),
    });

    await tab(/Fields/);
    expect(screen.queryByRole('tab', { name: /Composed/ })).toBeNull();
  });

  it('Conditions and events shows both verdicts and narrows to warnings', async () => {
    const { user } = setup('conditions');

    expect(await screen.findByText('Argo CD: Healthy')).toBeVisible();
    expect(screen.getByText('ReconcilePaused')).toBeVisible();
    expect(screen.getByText('ComposeResources')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Warnings 1' }));
    expect(screen.getByText('CannotCreate')).toBeVisible();
    expect(screen.queryByText('ComposeResources')).not.toBeInTheDocument();
    expect(await axe(screen.getByRole('dialog'))).toHaveNoViolations();
  });

  it('events that may not be read say so', async () => {
    setup('conditions', {
      getResource: async () => ({
        ...database,
        events: { state: 'unreadable', reason: 'events is forbidden' },
      }),
    });

    expect(await screen.findByText(/events is forbidden/)).toBeVisible();
  });

  it('History is one line of time', async () => {
    setup('history');

    const list = within(await screen.findByRole('tabpanel'));
    expect(list.getAllByRole('listitem').map(item => item.textContent)).toEqual(
      [
        expect.stringContaining('replicas changed from 3 to 5'),
        expect.stringContaining('Deployed'),
        expect.stringContaining('More memory for the cache'),
      ],
    );
    expect(await axe(screen.getByRole('dialog'))).toHaveNoViolations();
  });
});
