import {
  createFrontendModule,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiTestTubeLine } from '@remixicon/react';

/** A page to play the world outside: people, clusters and mishaps. */
export const sandboxModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    PageBlueprint.make({
      name: 'sandbox',
      params: {
        path: '/sandbox',
        title: 'Sandbox',
        icon: <RiTestTubeLine />,
        routeRef: createRouteRef(),
        loader: async () => {
          const { SandboxPage } = await import('./SandboxPage');
          return <SandboxPage />;
        },
      },
    }),
  ],
});
