import { Entity } from '@backstage/catalog-model';
import { ConflictError, ResponseError } from '@backstage/errors';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { ServiceEnvironments } from '@stagecraft/plugin-environments-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  NOW,
  arrows,
  createFixtureApi,
  scaleService,
  stateServices,
  userService,
  variant,
} from '../../__fixtures__';
import { EnvironmentsApi, environmentsApiRef } from '../../api';
import { environmentsEntityContent } from '../../extensions/entityContents';
import { rootRouteRef } from '../../routes';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'user-service', namespace: 'default' },
  spec: { type: 'service', owner: 'identity-team' },
};

const listeners = new Set<(message: object) => void>();

beforeEach(() => {
  listeners.clear();
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});
afterEach(() => jest.restoreAllMocks());

function renderTab(
  answer: ServiceEnvironments | (() => Promise<ServiceEnvironments>),
  overrides: Partial<EnvironmentsApi> = {},
) {
  const getServiceEnvironments =
    typeof answer === 'function' ? answer : async () => answer;
  return renderTestApp({
    extensions: [createTestEntityPage({ entity }), environmentsEntityContent],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/environments': rootRouteRef,
    },
    apis: [
      mockApis.permission(),
      [
        environmentsApiRef,
        createFixtureApi({ getServiceEnvironments, ...overrides }),
      ],
      [
        signalApiRef,
        {
          subscribe: (_: string, onMessage: (message: never) => void) => {
            listeners.add(onMessage as (message: object) => void);
            return { unsubscribe: () => {} };
          },
        },
      ],
    ],
  });
}

function card(name: string) {
  return screen.findByRole('article', { name: `${name} environment` });
}

function stateOf(service: string): ServiceEnvironments {
  return stateServices.find(s => s.service === service)!;
}

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

describe('states', () => {
  it('turns a silent cluster grey, says since when, and tries again', async () => {
    const refresh = jest.fn(async () => {});
    renderTab(stateOf('unreachable'), { refresh });

    const production = within(await card('production'));
    expect(production.getByText('as of 14:02')).toBeVisible();
    expect(
      production.getByRole('link', { name: 'Unknown, was healthy' }),
    ).toBeVisible();
    expect(
      production.queryByRole('img', { name: 'Healthy' }),
    ).not.toBeInTheDocument();
    await userEvent.click(production.getByRole('button', { name: 'Try now' }));
    expect(refresh).toHaveBeenCalledWith({ service: 'user-service' });
  });

  it('names the file that cannot be read, and nothing else breaks', async () => {
    renderTab(stateOf('invalid'));

    const staging = within(await card('staging'));
    expect(staging.getByText('1 file cannot be read')).toBeVisible();
    expect(staging.getByText('redis-cache.yaml:12')).toBeVisible();
    expect(staging.getByText('unreadable in Git')).toBeVisible();
    expect(staging.getByText('user-database')).toBeVisible();
  });

  it('keeps the place of an environment that may not be seen', async () => {
    const { container } = renderTab(stateOf('denied'));

    const production = within(await card('production'));
    expect(production.getByText('You may not see production')).toBeVisible();
    expect(production.getByText('environments.environment.read')).toBeVisible();
    expect(production.queryByText('Deployed')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says which lines connect a service that was not found', async () => {
    renderTab(async () => {
      throw await ResponseError.fromResponse(
        new Response(
          JSON.stringify({
            error: { name: 'NotFoundError', message: 'No such service.' },
            response: { statusCode: 404 },
          }),
          { status: 404, headers: { 'Content-Type': 'application/json' } },
        ),
      );
    });

    expect(
      await screen.findByRole('heading', {
        name: 'Connect user-service to its environments',
      }),
    ).toBeVisible();
    expect(
      screen.getByText(/stagecraft\.io\/service: user-service/),
    ).toBeVisible();
  });

  it('says what failed and reads again on request', async () => {
    let fails = true;
    renderTab(async () => {
      if (fails) {
        throw new ConflictError('The index is being rebuilt.');
      }
      return userService;
    });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The index is being rebuilt.',
    );
    fails = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await card('dev')).toBeVisible();
  });

  it('reads again when the backend says so, and announces changed health only', async () => {
    let answer = stateOf('quiet');
    const read = jest.fn(async () => answer);
    renderTab(read);
    await card('production');
    const status = () => screen.getByRole('status').textContent;
    expect(status()).toBe('');

    answer = {
      ...answer,
      environments: answer.environments.map(env =>
        env.state === 'read' && env.name === 'production'
          ? { ...env, health: { ...env.health, status: 'Degraded' } }
          : env,
      ),
    };
    listeners.forEach(tell => tell({ services: ['other'] }));
    expect(read).toHaveBeenCalledTimes(1);
    listeners.forEach(tell => tell({ services: ['user-service'] }));

    await waitFor(() => expect(status()).toBe('production is now degraded'));
  });
});

describe('many environments and resources', () => {
  it('walks the rail with the arrow keys and shows the focused one with its neighbours', async () => {
    const user = userEvent.setup();
    renderTab(scaleService);

    await card('staging');
    const rail = within(
      screen.getByRole('navigation', { name: 'All environments' }),
    );
    expect(rail.getAllByRole('button')).toHaveLength(9);
    const current = () =>
      rail
        .getAllByRole('button')
        .find(b => b.ariaCurrent === 'true' || b.getAttribute('aria-current'))
        ?.textContent;
    expect(current()).toContain('staging');
    expect(screen.getAllByRole('article')).toHaveLength(3);

    rail.getByRole('button', { name: /staging/ }).focus();
    await user.keyboard('{ArrowRight}{ArrowRight}{Enter}');

    expect(current()).toContain('prod-eu');
    expect(await card('prod-us')).toBeVisible();
    expect(screen.queryByRole('article', { name: /^qa/ })).toBeNull();
  });

  it('groups by kind, opens a kind on all cards, and filters by name', async () => {
    const user = userEvent.setup();
    renderTab(scaleService);

    const staging = within(await card('staging'));
    expect(staging.getByText('Needs attention')).toBeVisible();
    expect(staging.getByText('basket-cache')).toBeVisible();
    expect(staging.queryByText('checkout-service-3')).toBeNull();

    await user.click(staging.getByRole('button', { name: /^Service 9/ }));
    expect(screen.getAllByText('checkout-service-3')).toHaveLength(3);

    await user.type(
      screen.getByRole('searchbox', { name: 'Filter 40 resources' }),
      'worker',
    );
    expect(screen.getAllByText('checkout-worker')).toHaveLength(3);
    expect(screen.queryByText('checkout-service-3')).toBeNull();
  });
});
