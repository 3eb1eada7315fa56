import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';

export const environmentsPage = PageBlueprint.make({
  params: {
    path: '/environments',
    title: 'Environments',
    routeRef: rootRouteRef,
  },
});

const attachTo = { id: 'page:environments', input: 'pages' };

export const servicesPage = SubPageBlueprint.make({
  attachTo,
  name: 'services',
  params: {
    path: 'services',
    title: 'Services',
    loader: async () => {
      const { ServicesPage } = await import('../components/ServicesPage');
      return <ServicesPage />;
    },
  },
});

export const driftPage = SubPageBlueprint.make({
  attachTo,
  name: 'drift',
  params: {
    path: 'drift',
    title: 'Drift',
    loader: async () => {
      const { DriftPage } = await import('../components/DriftPage');
      return <DriftPage />;
    },
  },
});

export const requestsPage = SubPageBlueprint.make({
  attachTo,
  name: 'requests',
  params: {
    path: 'requests',
    title: 'Change requests',
    loader: async () => {
      const { RequestsPage } = await import('../components/RequestsPage');
      return <RequestsPage />;
    },
  },
});
