import { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { NOW, createFixtureApi, userService } from './__fixtures__';
import { environmentsApiRef } from './api';
import {
  EntityEnvironmentsContent,
  EntityEnvironmentsOverviewCard,
  environmentsPlugin,
} from './legacy';
import { rootRouteRef } from './routes';
import { Route, Routes } from './routing';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'user-service', namespace: 'default' },
  spec: { type: 'service' },
};

const api = createFixtureApi({
  getServiceEnvironments: async () => userService,
});

beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(NOW));
afterEach(() => jest.restoreAllMocks());

async function renderLegacy(element: JSX.Element) {
  await renderInTestApp(
    <TestApiProvider apis={[[environmentsApiRef, api]]}>
      <EntityProvider entity={entity}>{element}</EntityProvider>
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/environments': rootRouteRef,
      },
    },
  );
}

it('brings its own client', () => {
  expect([...environmentsPlugin.getApis()].map(f => f.api.id)).toEqual([
    'plugin.environments.client',
  ]);
});

it('shows the tab in an app on the legacy system', async () => {
  await renderLegacy(
    <Routes>
      <Route path="/*" element={<EntityEnvironmentsContent />} />
    </Routes>,
  );
  expect(
    await screen.findByRole('article', { name: 'staging environment' }),
  ).toBeVisible();
});

it('shows the overview card in an app on the legacy system', async () => {
  await renderLegacy(<EntityEnvironmentsOverviewCard />);
  expect(await screen.findByText('3 drifted')).toBeVisible();
});
