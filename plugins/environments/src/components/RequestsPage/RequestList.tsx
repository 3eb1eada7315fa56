import { Container, Skeleton } from '@backstage/ui';
import { ChangeRequestHead } from '@stagecraft/plugin-environments-common';
import { useState } from 'react';
import { useChangeRequests, useT } from '../../hooks';
import { ui } from '../../styles';
import { globalStyles as styles } from '../GlobalPage';
import { EmptyState, FailedState, FilterChips } from '../parts';
import { RequestTable } from './RequestTable';

type State = ChangeRequestHead['state'];

const STATES: State[] = ['open', 'merged', 'closed'];

function Requests(props: { items: ChangeRequestHead[] }) {
  const { items } = props;
  const t = useT();
  const [state, setState] = useState<State>('open');
  const rows = items.filter(item => item.state === state);
  return (
    <>
      <FilterChips<State>
        selected={state}
        onSelect={setState}
        chips={STATES.map(id => ({
          id,
          label: t(`global.requests.${id}`),
          count: items.filter(item => item.state === id).length,
        }))}
      />
      {rows.length > 0 ? (
        <RequestTable rows={rows} />
      ) : (
        <div className={ui.card}>
          <EmptyState title={t('global.requests.none')}>
            {t('global.requests.noneDetail')}
          </EmptyState>
        </div>
      )}
    </>
  );
}

/** Change requests of all services. */
export function RequestList() {
  const t = useT();
  const requests = useChangeRequests();
  return (
    <Container>
      <div className={styles.page}>
        {requests.status === 'loading' && (
          <Skeleton height={240} aria-label={t('global.loading')} />
        )}
        {requests.status === 'error' && (
          <FailedState error={requests.error} retry={requests.refresh} />
        )}
        {requests.status === 'loaded' && (
          <Requests items={requests.data.items} />
        )}
      </div>
    </Container>
  );
}
