import { ServiceEnvironmentRead } from '@stagecraft/plugin-environments-common';
import { NotHereRow, ResourceRow } from '../EnvironmentCard';
import { useT } from '../../hooks';
import { AttentionList } from './AttentionList';
import styles from './Grouped.module.css';
import { KindRow } from './KindRow';
import { ResourceLine } from './resourceLines';

/** One row of the grid that resources take up; the same list for every card. */
export type ResourceCell =
  | { type: 'resource'; line: ResourceLine }
  | { type: 'kind'; kind: string; expanded: boolean }
  | { type: 'attention' }
  | { type: 'end' }
  | { type: 'noMatch' };

/** What one environment has in each of the shared rows. */
export function ResourceCells(props: {
  environment: ServiceEnvironmentRead;
  cells: ResourceCell[];
  onToggle(kind: string): void;
}) {
  const t = useT();
  const { environment, cells, onToggle } = props;
  const stale = environment.freshness.state !== 'live';
  return (
    <>
      {cells.map(cell => {
        if (cell.type === 'attention') {
          return <AttentionList key="attention" environment={environment} />;
        }
        if (cell.type === 'end') {
          return <div key="end" className={styles.end} />;
        }
        if (cell.type === 'noMatch') {
          return (
            <div key="noMatch" className={styles.noMatch}>
              {t('environments.many.noMatch')}
            </div>
          );
        }
        if (cell.type === 'kind') {
          return (
            <KindRow
              key={`kind ${cell.kind}`}
              kind={cell.kind}
              resources={environment.resources.filter(
                r => r.kind === cell.kind,
              )}
              stale={stale}
              expanded={cell.expanded}
              onToggle={() => onToggle(cell.kind)}
            />
          );
        }
        const { line } = cell;
        const resource = environment.resources.find(
          r => r.resource === line.resource,
        );
        return resource ? (
          <ResourceRow
            key={line.resource}
            environment={environment.name}
            resource={resource}
            stale={stale}
          />
        ) : (
          <NotHereRow key={line.resource} name={line.name} />
        );
      })}
    </>
  );
}
