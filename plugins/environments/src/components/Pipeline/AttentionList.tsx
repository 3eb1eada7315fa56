import { ServiceEnvironmentRead } from '@stagecraft/plugin-environments-common';
import { useT, useTabSearch } from '../../hooks';
import { clockTime, useNow } from '../../time';
import { ui } from '../../styles';
import { ResourceFlag, needsAttention } from '../EnvironmentCard';
import { AppLink, HealthMark, healthTone } from '../parts';
import styles from './Grouped.module.css';

const SHOWN = 6;

/** What a person should look at, before everything else. */
export function AttentionList(props: { environment: ServiceEnvironmentRead }) {
  const t = useT();
  const now = useNow();
  const tabSearch = useTabSearch();
  const { environment } = props;
  const resources = environment.resources.filter(needsAttention);
  const more = resources.length - SHOWN;
  return (
    <section className={styles.attention}>
      <h3>{t('environments.many.attention')}</h3>
      {resources.length === 0 && (
        <span className={ui.muted}>{t('environments.many.nothing')}</span>
      )}
      {resources.slice(0, SHOWN).map(resource => {
        const { status, message, since } = resource.health;
        const when = since
          ? t('environments.resource.since', { time: clockTime(since, now) })
          : undefined;
        return (
          <div key={resource.resource} className={styles.item}>
            <HealthMark status={status} />
            <AppLink
              look="plain"
              className={ui.cut}
              href={tabSearch({
                resource: {
                  environment: environment.name,
                  resource: resource.resource,
                },
              })}
            >
              <b>{resource.name}</b>
            </AppLink>
            {message ? (
              <span
                className={`${styles.why} ${ui.cut}`}
                data-tone={healthTone(status)}
                title={message}
              >
                {[message.replace(/\.$/, ''), when].filter(Boolean).join(', ')}
              </span>
            ) : (
              <span className={styles.why}>
                <ResourceFlag resource={resource} />
              </span>
            )}
          </div>
        );
      })}
      {more > 0 && (
        <span className={ui.muted}>
          {t('environments.requests.more', { n: String(more) })}
        </span>
      )}
    </section>
  );
}
