import { Entity } from '@backstage/catalog-model';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { ServiceEnvironments } from '@stagecraft/plugin-environments-common';
import { screen } from '@testing-library/react';
import { NOW, createFixtureApi, stateServices } from '../../../__fixtures__';
import { EnvironmentsApi, environmentsApiRef } from '../../../api';
import { environmentsEntityContent } from '../../../extensions/entityContents';
import { rootRouteRef } from '../../../routes';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'user-service', namespace: 'default' },
  spec: { type: 'service', owner: 'identity-team' },
};

const listeners = new Set<(message: object) => void>();

/** Lets every test of the file happen at the moment of the pictures. */
export function atPictureTime() {
  beforeEach(() => {
    listeners.clear();
    jest.spyOn(Date, 'now').mockReturnValue(NOW);
  });
  afterEach(() => jest.restoreAllMocks());
}

/** Says to all that listen that these services changed. */
export function signalChange(...services: string[]) {
  for (const tell of listeners) {
    tell({ services });
  }
}

/** Renders the tab of user-service with this answer. */
export function renderTab(
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

/** The card of an environment. */
export function card(name: string) {
  return screen.findByRole('article', { name: `${name} environment` });
}

/** The answer for one of the services that are named after a state. */
export function stateOf(service: string): ServiceEnvironments {
  return stateServices.find(s => s.service === service)!;
}
