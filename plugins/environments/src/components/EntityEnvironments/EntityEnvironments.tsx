import { stringifyEntityRef } from '@backstage/catalog-model';
import { useService } from '../../hooks';
import { Route, Routes } from '../../routing';
import { CompareView } from '../CompareView';
import { EnvironmentsTab } from './EnvironmentsTab';
import { Overlays } from './Overlays';

/** The tab of an entity: its cards, and below it the comparison of two of them. */
export function EntityEnvironments() {
  const { entity, service } = useService();
  return (
    <>
      <Routes>
        <Route path="compare/:from/:to" element={<CompareView />} />
        <Route
          path="*"
          element={<EnvironmentsTab entity={entity} service={service} />}
        />
      </Routes>
      <Overlays service={service} entityRef={stringifyEntityRef(entity)} />
    </>
  );
}
