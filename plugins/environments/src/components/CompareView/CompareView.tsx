import { stringifyEntityRef } from '@backstage/catalog-model';
import { Skeleton } from '@backstage/ui';
import { useCallback } from 'react';
import {
  useComparison,
  useLinks,
  useService,
  useServiceEnvironments,
  useT,
} from '../../hooks';
import { useNavigate, useParams, useSearchParams } from '../../routing';
import { FailedState } from '../parts';
import { CompareBar, CompareLayout } from './CompareBar';
import styles from './CompareView.module.css';
import { Differences } from './Differences';
import { toCompareFilter } from './filterFields';
import { useCompareKeys } from './useCompareKeys';

/** Two environments of a service field by field, or side by side as YAML. */
export function CompareView() {
  const { from = '', to = '' } = useParams();
  const { entity, service } = useService();
  const entityRef = stringifyEntityRef(entity);
  const environments = useServiceEnvironments(service);
  const comparison = useComparison(service, from, to);
  const links = useLinks();
  const navigate = useNavigate();
  const t = useT();

  const [search, setSearch] = useSearchParams();
  const layout: CompareLayout =
    search.get('view') === 'yaml' ? 'yaml' : 'fields';
  const set = useCallback(
    (key: string, value: string) =>
      setSearch(
        old => {
          const next = new URLSearchParams(old);
          next.set(key, value);
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const setLayout = useCallback(
    (next: CompareLayout) => set('view', next),
    [set],
  );
  useCompareKeys(setLayout);

  const known =
    environments.status === 'loaded' ? environments.data : undefined;
  const promotable = known?.permissions.promote.includes(to);
  return (
    <div className={styles.view}>
      <CompareBar
        environments={known?.environments.map(({ name }) => name) ?? [from, to]}
        repository={known?.repository}
        comparison={
          comparison.status === 'loaded' ? comparison.data : undefined
        }
        from={from}
        to={to}
        layout={layout}
        backHref={links.tab(entityRef)}
        promoteHref={
          promotable
            ? links.tab(entityRef, { promote: { from, to } })
            : undefined
        }
        onLayout={setLayout}
        onChoose={(left, right) =>
          navigate(links.compare(entityRef, left, right, { view: layout }))
        }
      />
      {comparison.status === 'loading' && (
        <Skeleton
          height={320}
          aria-label={t('compare.loading', { from, to })}
        />
      )}
      {comparison.status === 'error' && (
        <FailedState error={comparison.error} retry={comparison.refresh} />
      )}
      {comparison.status === 'loaded' && (
        <Differences
          comparison={comparison.data}
          layout={layout}
          filter={toCompareFilter(search.get('show') ?? undefined)}
          onFilter={filter => set('show', filter)}
        />
      )}
    </div>
  );
}
