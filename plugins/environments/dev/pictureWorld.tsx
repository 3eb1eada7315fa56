import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import {
  ApiBlueprint,
  createFrontendFeatureLoader,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { AppRootWrapperBlueprint } from '@backstage/plugin-app-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { ReactNode } from 'react';
import { environmentsApiRef } from '../src';
import { NOW, createFixtureApi, stateServices } from '../src/__fixtures__';
import { ClockProvider } from '../src/time';
import { entities } from './entities';

const now = () => NOW;

function StandingClock(props: { children: ReactNode }) {
  return <ClockProvider now={now}>{props.children}</ClockProvider>;
}

/** Answers from the pictures instead of backends, at the moment of the pictures. */
export const pictureWorld = createFrontendFeatureLoader({
  loader: () => [
    createFrontendModule({
      pluginId: 'app',
      extensions: [
        AppRootWrapperBlueprint.make({
          name: 'standing-clock',
          params: { component: StandingClock },
        }),
      ],
    }),
    createFrontendModule({
      pluginId: 'catalog',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: catalogApiRef,
              deps: {},
              factory: () =>
                new InMemoryCatalogClient({
                  entities: entities([
                    'user-service',
                    'checkout',
                    ...stateServices.map(s => s.service),
                  ]),
                }),
            }),
        }),
      ],
    }),
    createFrontendModule({
      pluginId: 'environments',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: environmentsApiRef,
              deps: {},
              factory: () => createFixtureApi(),
            }),
        }),
      ],
    }),
  ],
});
