import { SearchField } from '@backstage/ui';
import { Comparison } from '@stagecraft/plugin-environments-common';
import { useState } from 'react';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { EmptyState, FilterChips, NoteInCard, REASONS } from '../parts';
import { CompareLayout } from './CompareBar';
import styles from './CompareView.module.css';
import { FieldTable } from './FieldTable';
import {
  COMPARE_FILTERS,
  CompareFilter,
  countOf,
  filterComparison,
} from './filterFields';
import { YamlGroups } from './YamlGroups';

function Nothing(props: { comparison: Comparison; narrowed: boolean }) {
  const { comparison, narrowed } = props;
  const t = useT();
  return (
    <div className={ui.card}>
      <EmptyState title={t(narrowed ? 'compare.noMatch' : 'compare.same')}>
        {!narrowed &&
          t('compare.sameDetail', {
            from: comparison.from,
            to: comparison.to,
          })}
      </EmptyState>
    </div>
  );
}

function lookOf(id: CompareFilter) {
  switch (id) {
    case 'all':
      return {};
    case 'equal':
      return { mark: 'equal', tone: 'neutral' } as const;
    default:
      return REASONS[id];
  }
}

/** The differences themselves, narrowed by reason and by name. */
export function Differences(props: {
  comparison: Comparison;
  layout: CompareLayout;
  filter: CompareFilter;
  onFilter(filter: CompareFilter): void;
}) {
  const { comparison, layout, filter } = props;
  const t = useT();
  const [search, setSearch] = useState('');
  const resources = filterComparison(comparison, filter, search);
  const Body = layout === 'yaml' ? YamlGroups : FieldTable;
  const chips = COMPARE_FILTERS.map(id => ({
    ...lookOf(id),
    id,
    label: t(`compare.filters.${id}`),
    count: countOf(comparison, id),
  })).filter(chip => chip.id === 'all' || chip.count > 0);
  return (
    <>
      <div className={styles.filters}>
        <FilterChips<CompareFilter>
          chips={chips}
          selected={filter}
          onSelect={props.onFilter}
        />
        <span className={ui.grow} />
        {comparison.commentOnly > 0 && (
          <span className={ui.muted}>
            {t('compare.commentOnly', { count: comparison.commentOnly })}
          </span>
        )}
        {comparison.commentOnly > 0 && comparison.parity !== undefined && (
          <span className={styles.rule} aria-hidden />
        )}
        {comparison.parity !== undefined && (
          <span className={ui.muted}>
            {t('compare.parity', {
              percent: String(Math.floor(comparison.parity)),
            })}
          </span>
        )}
        <SearchField
          size="small"
          className={styles.search}
          aria-label={t('compare.filter')}
          placeholder={t('compare.filter')}
          value={search}
          onChange={setSearch}
        />
      </div>
      {comparison.notes.map(note => (
        <NoteInCard
          key={`${note.code} ${note.title}`}
          tone={note.tone}
          mark={note.code === 'file-unreadable' ? 'file' : 'eyeOff'}
          title={note.title}
        >
          {note.detail}
        </NoteInCard>
      ))}
      {resources.length === 0 ? (
        <Nothing
          comparison={comparison}
          narrowed={search !== '' || filter !== 'all'}
        />
      ) : (
        <Body resources={resources} comparison={comparison} />
      )}
    </>
  );
}
