import { Tooltip, TooltipTrigger } from '@backstage/ui';
import { CardResource } from '@stagecraft/plugin-environments-common';
import { useT, useTabSearch } from '../../hooks';
import { clockTime, useNow } from '../../time';
import { AppLink, HealthMark, Mark, originText } from '../parts';
import { ResourceFlag } from './ResourceFlag';
import styles from './ResourceRow.module.css';
import { ValueStrip } from './ValueStrip';

/** One line of red text for the reason of a bad state. */
function BadState(props: { resource: CardResource }) {
  const t = useT();
  const now = useNow();
  const { status, message, since } = props.resource.health;
  const bad = status === 'Degraded' || status === 'Missing';
  if (!bad || !message) {
    return null;
  }
  const text = message.replace(/\.$/, '');
  const when = since
    ? ` ${t('environments.resource.since', { time: clockTime(since, now) })}`
    : '';
  return (
    <p className={styles.reason} data-tone="negative">
      {text}
      {when}
    </p>
  );
}

/** A resource of an environment; the whole row opens it. */
export function ResourceRow(props: {
  environment: string;
  resource: CardResource;
  stale?: boolean;
}) {
  const t = useT();
  const tabSearch = useTabSearch();
  const { environment, resource, stale } = props;
  const target = { environment, resource: resource.resource };
  const broken = resource.unreadable !== undefined;
  const showValues = resource.values.length > 0 && !broken;
  // A definition that shadows another whole is normal; fields that it loses are not.
  const lost = resource.shadowed.flatMap(s => s.lostFields).length;
  const state = (broken && 'broken') || (stale && 'stale') || undefined;
  return (
    <div
      className={styles.row}
      data-state={state}
      data-values={showValues || undefined}
      data-tone={broken ? 'negative' : undefined}
    >
      <div className={styles.head}>
        {broken ? (
          <Mark name="file" tone="negative" size={16} />
        ) : (
          <HealthMark status={stale ? 'Unknown' : resource.health.status} />
        )}
        <TooltipTrigger delay={700}>
          <AppLink
            look="plain"
            className={styles.name}
            href={tabSearch({ resource: target })}
          >
            <b>{resource.name}</b>
          </AppLink>
          <Tooltip>{originText(resource.origin)}</Tooltip>
        </TooltipTrigger>
        <span className={styles.aside}>
          {broken ? (
            <span data-tone="negative" className={styles.flag}>
              {t('environments.resource.unreadableInGit')}
            </span>
          ) : (
            <ResourceFlag resource={resource} stale={stale} />
          )}
        </span>
      </div>
      {showValues && (
        <ValueStrip
          values={resource.values}
          fieldsHref={tabSearch({ resource: target, tab: 'fields' })}
        />
      )}
      {broken && <p className={styles.reason}>{resource.unreadable}</p>}
      {!stale && <BadState resource={resource} />}
      {lost > 0 && (
        <p className={styles.reason}>
          <Mark name="layers" tone="neutral" size={12} />
          {t('environments.resource.lost', { count: lost })}
        </p>
      )}
    </div>
  );
}

/** Keeps the line of a resource that other environments have. */
export function NotHereRow(props: { name: string }) {
  const t = useT();
  return (
    <div className={styles.row} data-state="absent">
      <div className={styles.head}>
        <span className={styles.absent}>{props.name}</span>
        <span className={styles.aside}>{t('environments.card.notHere')}</span>
      </div>
    </div>
  );
}
