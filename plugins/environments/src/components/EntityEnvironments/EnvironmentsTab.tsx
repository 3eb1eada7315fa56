import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { errorText, isNotFound } from '../../api/errors';
import { useServiceEnvironments, useT } from '../../hooks';
import { FailedState, NoteInCard } from '../parts';
import { ConnectService } from './ConnectService';
import styles from './EnvironmentsTab.module.css';
import { HealthAnnouncer } from './HealthAnnouncer';
import { ServicePipeline } from './ServicePipeline';
import { TabSkeleton } from './TabSkeleton';
import { useRefresh } from './useRefresh';

/** The cards of a service, whatever state they are in. */
export function EnvironmentsTab(props: { entity: Entity; service: string }) {
  const t = useT();
  const { entity, service } = props;
  const environments = useServiceEnvironments(service);
  const refresh = useRefresh(service, environments.refresh);
  const entityRef = stringifyEntityRef(entity);

  if (environments.status === 'loading') {
    return <TabSkeleton />;
  }
  if (environments.status === 'error') {
    return isNotFound(environments.error) ? (
      <ConnectService entity={entity} service={service} />
    ) : (
      <FailedState error={environments.error} retry={environments.refresh} />
    );
  }
  const { data, error } = environments;
  if (data.environments.length === 0) {
    return (
      <ConnectService
        entity={entity}
        service={service}
        repository={data.repository}
      />
    );
  }
  return (
    <div className={styles.tab}>
      {error && (
        <NoteInCard
          tone="warning"
          mark="eyeOff"
          title={t('environments.toolbar.stale', { error: errorText(error) })}
        />
      )}
      <HealthAnnouncer environments={data.environments} />
      <ServicePipeline
        answer={data}
        entityRef={entityRef}
        owner={ownerOf(entity)}
        onRefresh={refresh}
      />
    </div>
  );
}

function ownerOf(entity: Entity): string | undefined {
  const owner = entity.spec?.owner;
  return typeof owner === 'string' ? owner : undefined;
}
