import { Container, SearchField, Skeleton } from '@backstage/ui';
import { ServiceList } from '@stagecraft/plugin-environments-common';
import { useState } from 'react';
import { useServices, useT } from '../../hooks';
import { Tone, ui } from '../../styles';
import { globalStyles as styles, ReadLine } from '../GlobalPage';
import { EmptyState, FailedState, FilterChips, MarkName } from '../parts';
import { filterServices, SERVICE_FILTERS, ServiceFilter } from './filters';
import { ServiceMatrix } from './ServiceMatrix';

const LOOKS = {
  all: { label: 'global.services.all' },
  attention: {
    label: 'global.services.attention',
    mark: 'attention',
    tone: 'negative',
  },
  degraded: {
    label: 'global.services.degraded',
    mark: 'degraded',
    tone: 'negative',
  },
  drifted: {
    label: 'global.services.driftedFilter',
    mark: 'notEqual',
    tone: 'warning',
  },
  decide: {
    label: 'global.services.decideFilter',
    mark: 'fork',
    tone: 'negative',
  },
  promote: {
    label: 'global.services.promoteFilter',
    mark: 'arrow',
    tone: 'announcement',
  },
  deploy: {
    label: 'global.services.deployFilter',
    mark: 'tray',
    tone: 'announcement',
  },
  debt: { label: 'global.services.debtFilter', mark: 'bolt', tone: 'warning' },
  unreadable: {
    label: 'global.services.unreadable',
    mark: 'eyeOff',
    tone: 'neutral',
  },
} as const satisfies Record<
  ServiceFilter,
  { label: string; mark?: MarkName; tone?: Tone }
>;

function Services(props: { list: ServiceList }) {
  const { list } = props;
  const t = useT();
  const [filter, setFilter] = useState<ServiceFilter>('all');
  const [search, setSearch] = useState('');
  const rows = filterServices(list.items, filter, search);
  const chips = SERVICE_FILTERS.map(id => ({
    ...LOOKS[id],
    id,
    label: t(LOOKS[id].label),
    count: filterServices(list.items, id).length,
  })).filter(chip => chip.id === 'all' || chip.count > 0);
  return (
    <>
      <div className={styles.bar}>
        <SearchField
          size="small"
          className={styles.search}
          aria-label={t('global.services.filter')}
          placeholder={t('global.services.filter')}
          value={search}
          onChange={setSearch}
        />
        <ReadLine list={list} />
      </div>
      <FilterChips<ServiceFilter>
        chips={chips}
        selected={filter}
        onSelect={setFilter}
      />
      {rows.length === 0 ? (
        <div className={ui.card}>
          <EmptyState title={t('global.services.none')}>
            {t('global.services.noneDetail')}
          </EmptyState>
        </div>
      ) : (
        <ServiceMatrix list={list} rows={rows} />
      )}
    </>
  );
}

/** All services of all repositories, those that need somebody first. */
export function ServicesPage() {
  const t = useT();
  const services = useServices();
  return (
    <Container>
      <div className={styles.page}>
        {services.status === 'loading' && (
          <Skeleton height={320} aria-label={t('global.loading')} />
        )}
        {services.status === 'error' && (
          <FailedState error={services.error} retry={services.refresh} />
        )}
        {services.status === 'loaded' && <Services list={services.data} />}
      </div>
    </Container>
  );
}
