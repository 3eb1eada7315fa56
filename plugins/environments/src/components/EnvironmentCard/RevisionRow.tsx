import {
  RepositoryState,
  ServiceEnvironmentRead,
} from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { Mark, ReasonChip, RevisionLink, TimeAgo } from '../parts';
import styles from './EnvironmentCard.module.css';

/** The newest commit that changed the service here. */
export function RevisionRow(props: {
  environment: ServiceEnvironmentRead;
  repository: RepositoryState;
}) {
  const t = useT();
  const { revision, deploy } = props.environment;
  if (!revision) {
    return (
      <div className={`${styles.revision} ${ui.muted}`}>
        <Mark name="commit" tone="neutral" size={16} />
        {t('environments.card.noCommit')}
      </div>
    );
  }
  return (
    <div className={styles.revision}>
      <Mark name="commit" tone="neutral" size={16} />
      <RevisionLink commit={revision} repositoryUrl={props.repository.url} />
      {deploy.status === 'notApplied' ? (
        <span>{t('environments.card.notInCluster')}</span>
      ) : (
        <span className={ui.cut}>
          <TimeAgo at={revision.time} dates ago />{' '}
          <span className={ui.muted}>
            {t('environments.card.by', { author: revision.author })}
          </span>
        </span>
      )}
      {revision.hotfix && (
        <ReasonChip tone="warning" mark="bolt">
          {t('environments.card.hotfix')}
        </ReasonChip>
      )}
    </div>
  );
}
