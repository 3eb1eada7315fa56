import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** Page of all services. */
export const rootRouteRef = createRouteRef({ id: 'environments' });

/** One change request of the built-in forge. */
export const changeRequestRouteRef = createSubRouteRef({
  id: 'environments/request',
  parent: rootRouteRef,
  path: '/requests/:id',
});

/** List of all change requests. */
export const changeRequestsRouteRef = createSubRouteRef({
  id: 'environments/requests',
  parent: rootRouteRef,
  path: '/requests',
});

/** Tab of an entity. */
export const entityContentRouteRef = createRouteRef({
  id: 'environments-entity',
});

/** Where people ask for new resources. */
export const createResourceRouteRef = createExternalRouteRef({
  id: 'create-resource',
  optional: true,
  defaultTarget: 'scaffolder.root',
});
