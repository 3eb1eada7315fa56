import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiNodeTree } from '@remixicon/react';
import { environmentsApi } from './extensions/apis';
import { environmentsOverviewCard } from './extensions/entityCards';
import { environmentsEntityContent } from './extensions/entityContents';
import { claimParametersField } from './extensions/formFields';
import {
  driftPage,
  environmentsPage,
  requestsPage,
  servicesPage,
} from './extensions/pages';
import { createResourceRouteRef, rootRouteRef } from './routes';

/** @public */
export const environmentsPlugin = createFrontendPlugin({
  pluginId: 'environments',
  title: 'Environments',
  icon: <RiNodeTree />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  externalRoutes: { createResource: createResourceRouteRef },
  extensions: [
    environmentsApi,
    environmentsEntityContent,
    environmentsOverviewCard,
    environmentsPage,
    servicesPage,
    driftPage,
    requestsPage,
    claimParametersField,
  ],
});
