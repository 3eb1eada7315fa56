import { Entity } from '@backstage/catalog-model';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { ServiceEnvironments } from '@stagecraft/plugin-environments-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  NOW,
  createFixtureApi,
  scaleService,
  stateServices,
  userService,
} from '../../__fixtures__';
import { environmentsApiRef } from '../../api';
import { environmentsOverviewCard } from '../../extensions/entityCards';
import { rootRouteRef } from '../../routes';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'user-service', namespace: 'default' },
  spec: { type: 'service' },
};

beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(NOW));
afterEach(() => jest.restoreAllMocks());

function renderCard(
  getServiceEnvironments: () => Promise<ServiceEnvironments>,
) {
  return renderTestApp({
    extensions: [createTestEntityPage({ entity }), environmentsOverviewCard],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/environments': rootRouteRef,
    },
    apis: [
      mockApis.permission(),
      [environmentsApiRef, createFixtureApi({ getServiceEnvironments })],
    ],
  });
}

function stateOf(service: string) {
  return async () => stateServices.find(s => s.service === service)!;
}

it('says what needs attention, once per environment, and offers the next step', async () => {
  const { container } = renderCard(async () => userService);

  expect(await screen.findByText('3 drifted')).toBeVisible();
  expect(screen.getByText('1 to deploy')).toBeVisible();
  expect(screen.getByText('Production ahead for 3 days, INC-42')).toBeVisible();
  expect(screen.getByRole('link', { name: '2 requests' })).toHaveAttribute(
    'href',
    '/environments/requests',
  );
  expect(
    screen.getByRole('link', { name: 'Promote from dev to staging' }),
  ).toHaveAttribute(
    'href',
    '/catalog/default/component/user-service/environments?promote=dev..staging',
  );
  // The level of the title is the catalog's; the test page lacks its heading.
  const rules = { 'heading-order': { enabled: false } };
  expect(await axe(container, { rules })).toHaveNoViolations();
});

it('is quiet when nothing is to be done', async () => {
  renderCard(stateOf('quiet'));

  expect(await screen.findByText('No drift, no open requests')).toBeVisible();
  expect(screen.getAllByText('Up to date')).toHaveLength(2);
  expect(screen.queryByRole('link', { name: /Promote/ })).toBeNull();
});

it('says since when a cluster is silent, and reads again', async () => {
  const read = jest.fn(stateOf('unreachable'));
  renderCard(read);

  expect(await screen.findByText('unreachable since 14:02')).toBeVisible();
  expect(screen.getByText('Git is known, the cluster is not')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  expect(read).toHaveBeenCalledTimes(2);
});

it('puts the environments of a stage on one line with the worst of them', async () => {
  renderCard(async () => scaleService);

  expect(await screen.findByText('prod, 4')).toBeVisible();
  expect(screen.getByText('ap: 3 drifted')).toBeVisible();
});

it('says how to connect a service without environments', async () => {
  renderCard(stateOf('address-book'));

  expect(await screen.findByText('No environments yet')).toBeVisible();
  expect(screen.getByText('stagecraft.io/service: user-service')).toBeVisible();
});

it('has the shape of its lines while it reads', async () => {
  const { container } = renderCard(() => new Promise(() => {}));

  expect(
    await screen.findByRole('heading', { name: 'Environments' }),
  ).toBeVisible();
  expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
});
