import { Container, SearchField, Skeleton } from '@backstage/ui';
import { DriftCause, DriftList } from '@stagecraft/plugin-environments-common';
import { useMemo, useState } from 'react';
import { useDrift, useServices, useT } from '../../hooks';
import { ui } from '../../styles';
import { clockTime, useNow } from '../../time';
import { globalStyles as styles } from '../GlobalPage';
import { EmptyState, FailedState, FilterChips } from '../parts';
import { CAUSES } from './causes';
import { DriftTable } from './DriftTable';

/** What is watched, and what could not be read and is therefore not here. */
function Watched(props: { watched: DriftList['watched'] }) {
  const { watched } = props;
  const t = useT();
  const now = useNow();
  return (
    <p className={styles.foot}>
      <span>
        {t('global.drift.watched', {
          clusters: t('global.clusters', { count: watched.clusters }),
          resources: String(watched.resources),
          services: String(watched.services),
        })}
      </span>
      {watched.comparedAt && (
        <span>
          {t('global.drift.compared', {
            time: clockTime(watched.comparedAt, now),
          })}
        </span>
      )}
      {watched.unreadable > 0 && (
        <span>{t('global.drift.unread', { count: watched.unreadable })}</span>
      )}
    </p>
  );
}

function Drift(props: { list: DriftList }) {
  const { items, watched } = props.list;
  const t = useT();
  const services = useServices();
  const [cause, setCause] = useState<DriftCause | 'open'>('open');
  const [search, setSearch] = useState('');
  const entities = useMemo(
    () =>
      new Map(
        services.status === 'loaded'
          ? services.data.items.map(row => [row.service, row.entityRef])
          : [],
      ),
    [services],
  );

  const causes = [...new Set(items.map(item => item.cause))];
  const rows = items.filter(
    item =>
      (cause === 'open' || item.cause === cause) &&
      `${item.service} ${item.environment} ${item.resource} ${item.path}`
        .toLocaleLowerCase('en')
        .includes(search.trim().toLocaleLowerCase('en')),
  );
  return (
    <>
      <div className={styles.bar}>
        <FilterChips<DriftCause | 'open'>
          selected={cause}
          onSelect={setCause}
          chips={[
            { id: 'open', label: t('global.drift.open'), count: items.length },
            ...causes.map(id => ({
              ...CAUSES[id],
              id,
              label: t(`global.drift.causes.${id}`),
              count: items.filter(item => item.cause === id).length,
            })),
          ]}
        />
        <span className={ui.grow} />
        <SearchField
          size="small"
          className={styles.search}
          aria-label={t('global.drift.filter')}
          placeholder={t('global.drift.filter')}
          value={search}
          onChange={setSearch}
        />
      </div>
      {rows.length > 0 ? (
        <DriftTable rows={rows} entityOf={service => entities.get(service)} />
      ) : (
        <div className={ui.card}>
          <EmptyState
            title={t(
              items.length > 0 ? 'global.drift.noMatch' : 'global.drift.none',
            )}
          >
            {items.length === 0 && t('global.drift.noneDetail')}
          </EmptyState>
        </div>
      )}
      <Watched watched={watched} />
    </>
  );
}

/** The drift ledger of all services. */
export function DriftPage() {
  const t = useT();
  const drift = useDrift();
  return (
    <Container>
      <div className={styles.page}>
        {drift.status === 'loading' && (
          <Skeleton height={240} aria-label={t('global.loading')} />
        )}
        {drift.status === 'error' && (
          <FailedState error={drift.error} retry={drift.refresh} />
        )}
        {drift.status === 'loaded' && <Drift list={drift.data} />}
      </div>
    </Container>
  );
}
