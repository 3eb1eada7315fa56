import { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { ReactElement } from 'react';
import { NOW, createFixtureApi } from '../__fixtures__';
import { EnvironmentsApi, environmentsApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { Route, Routes, useLocation } from '../routing';
import { ClockProvider } from '../time';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'user-service', namespace: 'default' },
  spec: { type: 'service', owner: 'identity-team' },
};

/** Where the tab of user-service is in tests. */
export const TAB = '/catalog/default/component/user-service/environments';

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{pathname + search}</output>;
}

const now = () => NOW;

/**
 * Renders one screen in an app, on the page of user-service, at the moment of
 * the pictures. The address is readable as the output named "address".
 *
 * @param screen - the screen
 * @param options - `at` is the address, `mountPath` where the screen is mounted;
 *   `api` replaces operations of the fixture API
 */
export function renderScreen(
  screen: ReactElement,
  options: {
    at?: string;
    mountPath?: string;
    api?: Partial<EnvironmentsApi>;
  } = {},
) {
  const { at = TAB, mountPath = TAB, api } = options;
  return renderInTestApp(
    <ClockProvider now={now}>
      <Routes>
        <Route
          path={`${mountPath}/*`}
          element={
            <EntityProvider entity={entity}>
              <main>{screen}</main>
            </EntityProvider>
          }
        />
        <Route path="*" element={null} />
      </Routes>
      <Address />
    </ClockProvider>,
    {
      initialRouteEntries: [at],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/environments': rootRouteRef,
      },
      apis: [
        mockApis.permission(),
        [environmentsApiRef, createFixtureApi(api)],
        [signalApiRef, { subscribe: () => ({ unsubscribe: () => {} }) }],
      ],
    },
  );
}
