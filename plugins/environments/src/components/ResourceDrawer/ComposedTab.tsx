import { ComposedNode } from '@stagecraft/plugin-environments-common';
import { CSSProperties } from 'react';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import {
  EmptyState,
  HealthMark,
  KindMark,
  Mark,
  NoteInCard,
  TimeAgo,
} from '../parts';
import { countComposed, deepestFailing, toRows, TreeRow } from './composed';
import styles from './ResourceDrawer.module.css';

function YesNo(props: { value?: boolean }) {
  const t = useT();
  if (props.value === undefined) {
    return <>–</>;
  }
  return props.value ? (
    <Mark name="check" tone="positive" label={t('drawer.composed.yes')} />
  ) : (
    <Mark name="cross" tone="negative" label={t('drawer.composed.no')} />
  );
}

function Row(props: { row: TreeRow }) {
  const { node, level, position, siblings } = props.row;
  const bad = node.health.status === 'Degraded';
  const message = node.message ?? (bad ? node.health.message : undefined);
  return (
    <tr aria-level={level} aria-posinset={position} aria-setsize={siblings}>
      <td
        role="gridcell"
        style={{ '--level': level - 1 } as CSSProperties}
        className={styles.treeCell}
      >
        <span className={ui.row}>
          <HealthMark status={node.health.status} />
          <KindMark kind={node.kind} />
          <b className={ui.strong}>{node.name}</b>
        </span>
        {message && (
          <div className={bad ? ui.toned : ui.muted} data-tone="negative">
            {message}
          </div>
        )}
      </td>
      <td role="gridcell" className={ui.muted}>
        {node.kind}
        {node.group && `.${node.group.split('.')[0]}`}
      </td>
      <td role="gridcell">
        <YesNo value={node.ready} />
      </td>
      <td role="gridcell">
        <YesNo value={node.synced} />
      </td>
      <td role="gridcell" className={ui.muted}>
        {node.createdAt ? <TimeAgo at={node.createdAt} dates /> : '–'}
      </td>
    </tr>
  );
}

/** What Crossplane made for a resource, as a tree; the deepest failure first in words. */
export function ComposedTab(props: {
  root: ComposedNode;
  composition?: string;
}) {
  const { root, composition } = props;
  const t = useT();
  const failing = deepestFailing(root);
  const columns = ['resource', 'kind', 'ready', 'synced', 'age'] as const;
  if (countComposed(root) === 0) {
    return (
      <div className={ui.card}>
        <EmptyState title={t('drawer.composed.none')}>
          {t('drawer.composed.noneDetail')}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={styles.stack}>
      {failing && (
        <NoteInCard
          tone="negative"
          mark="degraded"
          title={t('drawer.composed.deepest', { name: failing.node.name })}
        >
          {failing.node.message ?? failing.node.health.message}
        </NoteInCard>
      )}
      <table
        // A tree whose rows have columns; the rule knows tables only as text.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="treegrid"
        aria-label={t('drawer.composed.tree')}
        className={`${ui.card} ${styles.table} ${styles.tree}`}
      >
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {t(`drawer.composed.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {toRows(root).map(row => (
            <Row key={`${row.node.kind} ${row.node.name}`} row={row} />
          ))}
        </tbody>
      </table>
      {composition && (
        <p className={ui.muted}>
          {t('drawer.composed.composition', { name: composition })}
        </p>
      )}
    </div>
  );
}
