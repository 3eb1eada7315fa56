import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { useT } from '../../hooks';

/** Small card of an entity. */
export function OverviewCard() {
  const t = useT();
  return <EntityInfoCard title={t('overview.title')} />;
}
