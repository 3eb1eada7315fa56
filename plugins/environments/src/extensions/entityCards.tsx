import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

export const environmentsOverviewCard = EntityCardBlueprint.make({
  name: 'overview',
  params: {
    type: 'info',
    filter: { kind: 'component' },
    loader: async () => {
      const { OverviewCard } = await import('../components/OverviewCard');
      return <OverviewCard />;
    },
  },
});
