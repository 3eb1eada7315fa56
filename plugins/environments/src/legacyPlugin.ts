import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { EnvironmentsClient, environmentsApiRef } from './api';
import {
  createResourceRouteRef,
  entityContentRouteRef,
  rootRouteRef,
} from './routes';

/** @public */
export const environmentsPlugin = createPlugin({
  id: 'environments',
  apis: [
    createApiFactory({
      api: environmentsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new EnvironmentsClient(deps),
    }),
  ],
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { createResource: createResourceRouteRef },
});

/** Tab of an entity. @public */
export const EntityEnvironmentsContent = environmentsPlugin.provide(
  createRoutableExtension({
    name: 'EntityEnvironmentsContent',
    component: () =>
      import('./components/EntityEnvironments').then(m => m.EntityEnvironments),
    mountPoint: entityContentRouteRef,
  }),
);

/** Small card of an entity. @public */
export const EntityEnvironmentsOverviewCard = environmentsPlugin.provide(
  createComponentExtension({
    name: 'EntityEnvironmentsOverviewCard',
    component: {
      lazy: () => import('./components/OverviewCard').then(m => m.OverviewCard),
    },
  }),
);

/** Page of all services. @public */
export const EnvironmentsPage = environmentsPlugin.provide(
  createRoutableExtension({
    name: 'EnvironmentsPage',
    component: () =>
      import('./components/LegacyEnvironmentsPage').then(
        m => m.LegacyEnvironmentsPage,
      ),
    mountPoint: rootRouteRef,
  }),
);
