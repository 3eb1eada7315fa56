import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityContentRouteRef } from '../routes';

export const environmentsEntityContent = EntityContentBlueprint.make({
  params: {
    path: 'environments',
    title: 'Environments',
    routeRef: entityContentRouteRef,
    filter: { kind: 'component' },
    loader: async () => {
      const { EntityEnvironments } = await import(
        '../components/EntityEnvironments'
      );
      return <EntityEnvironments />;
    },
  },
});
