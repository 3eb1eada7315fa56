import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { arrows, userService, variant } from '../../__fixtures__';
import {
  atPictureTime,
  card,
  renderTab,
  stateOf,
} from './__testUtils__/renderTab';

atPictureTime();

describe('the cards', () => {
  it('answer health, deploy and drift of every environment in promotion order', async () => {
    const { container } = renderTab(userService);

    await card('dev');
    expect(
      screen.getAllByRole('article').map(a => a.getAttribute('aria-label')),
    ).toEqual([
      'dev environment',
      'staging environment',
      'production environment',
    ]);
    const staging = within(await card('staging'));
    expect(staging.getByText('Healthy')).toBeVisible();
    expect(
      staging.getByRole('link', { name: '1 to deploy, 6 min ago' }),
    ).toBeVisible();
    const production = within(await card('production'));
    expect(
      production.getByRole('link', { name: 'Degraded, Argo: Healthy' }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining(
        '?resource=production/XPostgreSQL/user-database&tab=conditions',
      ),
    );
    expect(
      production.getByRole('link', { name: '3 drifted, Sun 20:58' }),
    ).toBeVisible();
    expect(
      production.getByText('Reconciliation is paused since Sun 21:12'),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('show Git first and live second where they differ, and lead to the field', async () => {
    renderTab(userService);

    const production = within(await card('production'));
    expect(
      production.getByRole('link', {
        name: 'replicas, Git 3, live 5, drifted',
      }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining(
        'resource=production/XPostgreSQL/user-database&tab=fields',
      ),
    );
    expect(production.getByText('memory 8Gi, hotfix')).toBeInTheDocument();
  });

  it('say where a resource comes from as soon as it has the focus', async () => {
    renderTab(userService);

    const staging = within(await card('staging'));
    act(() => staging.getByRole('link', { name: 'user-database' }).focus());
    await userEvent.tab({ shift: true });
    await userEvent.tab();
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'applications/user-service/user-database.yaml:1',
    );
  });

  it('count differences by reason and lead to the comparison with that filter', async () => {
    renderTab(userService);

    const staging = within(await card('staging'));
    expect(staging.getByRole('link', { name: /2 pending/ })).toHaveAttribute(
      'href',
      '/catalog/default/component/user-service/environments/compare/dev/staging?show=pending',
    );
  });

  it('keep the line of a resource that an environment lacks', async () => {
    renderTab(stateOf('not-here'));

    const staging = within(await card('staging'));
    expect(staging.getByText('user-service-config')).toBeVisible();
    expect(staging.getAllByText('not here')).toHaveLength(2);
    const production = within(await card('production'));
    expect(
      production.getByText(
        'No file of user-service is in environments/production.',
      ),
    ).toBeVisible();
  });
});

describe('the way between two environments', () => {
  it.each([
    ['upToDate', 'dev to staging: Up to date, nothing waits', undefined],
    [
      'toPromote',
      'dev to staging: 2 changes to promote, 8 of 8 gates pass',
      'Promote',
    ],
    [
      'inReview',
      'dev to staging: 2 changes in review, #157, approval 0 of 1',
      'Open #157',
    ],
    [
      'frozen',
      'dev to staging: 4 changes to promote, freeze until Tue 06:00',
      'Prepare request',
    ],
    [
      'blocked',
      'dev to staging: 4 changes blocked, would undo INC-40',
      'See why',
    ],
    [
      'notCompared',
      'dev to staging: Not compared, 1 file cannot be read',
      undefined,
    ],
    [
      'denied',
      'dev to staging: 2 changes to promote, you may not promote here',
      'Ask identity-team',
    ],
  ] as const)('reads %s as one sentence', async (state, sentence, button) => {
    renderTab(variant('x', { steps: [arrows[state], userService.steps[1]] }));

    const arrow = within(await screen.findByRole('group', { name: sentence }));
    const links = arrow.queryAllByRole('link').map(l => l.textContent);
    expect(links).toEqual(button ? [button] : []);
  });

  it('offers no promotion where the caller may not promote', async () => {
    renderTab(
      variant('x', {
        permissions: { promote: [], hotfix: false, createClaim: false },
      }),
    );

    await card('dev');
    expect(screen.queryByRole('link', { name: 'Promote' })).toBeNull();
    expect(
      screen.getByRole('link', { name: 'Ask identity-team' }),
    ).toHaveAttribute('href', '/catalog/default/group/identity-team');
  });

  it('shows all gates with their evidence on demand', async () => {
    renderTab(userService);

    await userEvent.click(
      await screen.findByRole('button', {
        name: '5 of 8 gates pass. Show all gates',
      }),
    );
    const gates = within(await screen.findByRole('dialog'));
    const names = gates
      .getAllByRole('listitem')
      .map(item => item.querySelector('b')?.textContent);
    expect(names.slice(0, 3)).toEqual(['Parity to decide', 'Soak', 'Approval']);
    expect(
      gates.getByText('0 of 1 from identity-team, not you.'),
    ).toBeVisible();
  });
});
