import { ResourceDetail } from '@stagecraft/plugin-environments-common';
import { useState } from 'react';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { FilterChips, Mark, TimeAgo } from '../parts';
import styles from './ResourceDrawer.module.css';

type Shown = 'all' | 'warnings';

/** What the cluster reported about the resource, newest first. */
export function EventsTable(props: { events: ResourceDetail['events'] }) {
  const { events } = props;
  const t = useT();
  const [shown, setShown] = useState<Shown>('all');
  if (events.state === 'unreadable') {
    return (
      <>
        <h3 className={ui.heading}>{t('drawer.conditions.events')}</h3>
        <p className={ui.muted}>
          {t('drawer.conditions.unreadable', { reason: events.reason })}
        </p>
      </>
    );
  }
  const warnings = events.items.filter(event => event.type === 'Warning');
  const rows = shown === 'all' ? events.items : warnings;
  return (
    <>
      <div className={ui.spread}>
        <h3 className={ui.heading}>{t('drawer.conditions.events')}</h3>
        {warnings.length > 0 && (
          <FilterChips<Shown>
            selected={shown}
            onSelect={setShown}
            chips={[
              {
                id: 'all',
                label: t('drawer.conditions.all'),
                count: events.items.length,
              },
              {
                id: 'warnings',
                label: t('drawer.conditions.warnings'),
                count: warnings.length,
              },
            ]}
          />
        )}
      </div>
      {rows.length === 0 ? (
        <p className={ui.muted}>{t('drawer.conditions.noEvents')}</p>
      ) : (
        <table
          className={`${ui.card} ${styles.table}`}
          aria-label={t('drawer.conditions.events')}
        >
          <tbody>
            {rows.map((event, index) => (
              <tr key={`${event.reason} ${event.time} ${index}`}>
                <td className={ui.muted}>
                  {event.time ? <TimeAgo at={event.time} /> : '–'}
                </td>
                <td>
                  <span className={ui.row}>
                    <Mark
                      name={event.type === 'Warning' ? 'cross' : 'check'}
                      tone={event.type === 'Warning' ? 'warning' : 'neutral'}
                      label={t(
                        event.type === 'Warning'
                          ? 'drawer.conditions.warning'
                          : 'drawer.conditions.normal',
                      )}
                    />
                    <b className={ui.strong}>{event.reason}</b>
                  </span>
                </td>
                <td>
                  {event.message}{' '}
                  <span className={ui.muted}>{event.source}</span>
                </td>
                <td className={styles.right}>
                  {t('drawer.conditions.times', { n: String(event.count) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
