import { ServiceList } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { clockTime, useNow } from '../../time';
import { Mark, timeText } from '../parts';
import styles from './GlobalPage.module.css';

/** What is read, when, and what could not be read. */
export function ReadLine(props: { list: ServiceList }) {
  const { clusters, repositories } = props.list;
  const t = useT();
  const now = useNow();
  const silent = clusters.filter(cluster => cluster.state !== 'live');
  const broken = repositories.filter(repository => repository.error);
  const readAt = repositories.map(repository => repository.readAt).sort()[0];
  return (
    <div className={styles.readLine}>
      <span className={ui.muted}>
        {t('global.read', {
          clusters: t('global.clusters', { count: clusters.length }),
          repositories: t('global.repositories', {
            count: repositories.length,
          }),
          time: readAt ? timeText(t, readAt, now, { ago: true }) : '–',
        })}
      </span>
      {silent.map(cluster => (
        <span key={cluster.name} data-tone="warning" className={ui.toned}>
          <Mark name="eyeOff" />{' '}
          {t('global.unreachable', {
            cluster: cluster.name,
            time: cluster.since ? clockTime(cluster.since, now) : '–',
          })}
        </span>
      ))}
      {broken.map(repository => (
        <span key={repository.name} data-tone="negative" className={ui.toned}>
          <Mark name="eyeOff" />{' '}
          {t('global.unread', {
            repository: repository.name,
            error: repository.error ?? '',
          })}
        </span>
      ))}
    </div>
  );
}
