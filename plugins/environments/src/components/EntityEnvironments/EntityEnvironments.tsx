import { stringifyEntityRef } from '@backstage/catalog-model';
import { useService } from '../../hooks';
import { Route, Routes, useParams } from '../../routing';
import { CompareView } from '../CompareView';
import { EnvironmentsTab } from './EnvironmentsTab';
import { Overlays } from './Overlays';

function Compare() {
  const { entity, service } = useService();
  const { from = '', to = '' } = useParams();
  const entityRef = stringifyEntityRef(entity);
  return (
    <>
      <CompareView
        service={service}
        from={from}
        to={to}
        entityRef={entityRef}
      />
      <Overlays service={service} entityRef={entityRef} />
    </>
  );
}

function Cards() {
  const { entity, service } = useService();
  return (
    <>
      <EnvironmentsTab entity={entity} service={service} />
      <Overlays service={service} entityRef={stringifyEntityRef(entity)} />
    </>
  );
}

/** The tab of an entity: its cards, and below it the comparison of two of them. */
export function EntityEnvironments() {
  return (
    <Routes>
      <Route path="compare/:from/:to" element={<Compare />} />
      <Route path="*" element={<Cards />} />
    </Routes>
  );
}
