import { VisuallyHidden } from '@backstage/ui';
import {
  HealthStatus,
  ServiceList,
  ServiceRow,
} from '@stagecraft/plugin-environments-common';
import { Fragment } from 'react';
import { useLinks, useT } from '../../hooks';
import { ui } from '../../styles';
import { fullTime, useNow } from '../../time';
import { globalStyles as styles } from '../GlobalPage';
import { AppLink, HealthMark, Mark, TimeAgo } from '../parts';
import { cellState, ServiceCell } from './ServiceCell';
import { ServiceStep } from './ServiceStep';
import { useGridKeys } from './useGridKeys';

const COUNTED: HealthStatus[] = [
  'Healthy',
  'Progressing',
  'Suspended',
  'Missing',
  'Unknown',
  'Degraded',
];

/** How many services are in which state in one environment. */
function ColumnCounts(props: { rows: ServiceRow[]; column: number }) {
  const t = useT();
  const cells = props.rows.map(row => row.cells[props.column]);
  const drifted = cells.filter(
    cell => cell?.state === 'read' && cell.drifted > 0,
  ).length;
  return (
    <span className={styles.headCounts}>
      {COUNTED.map(status => {
        const count = cells.filter(
          cell => cell?.state === 'read' && cell.health === status,
        ).length;
        return (
          count > 0 && (
            <span key={status}>
              <HealthMark status={status} size={12} /> {count}
            </span>
          )
        );
      })}
      {drifted > 0 && (
        <span>
          <Mark
            name="notEqual"
            tone="warning"
            size={12}
            label={t('global.services.driftedFilter')}
          />{' '}
          {drifted}
        </span>
      )}
    </span>
  );
}

function DebtAge(props: { since: string }) {
  const t = useT();
  const now = useNow();
  const days = Math.floor((now - Date.parse(props.since)) / 86_400_000);
  return days > 0 ? (
    <time dateTime={props.since} title={fullTime(props.since)}>
      {t('global.services.days', { n: String(days) })}
    </time>
  ) : (
    <TimeAgo at={props.since} />
  );
}

function MatrixRow(props: { row: ServiceRow; first: boolean }) {
  const { row, first } = props;
  const t = useT();
  const links = useLinks();
  return (
    <tr>
      <td role="rowheader" tabIndex={first ? 0 : -1}>
        <span className={styles.rowHead}>
          {row.entityRef ? (
            <AppLink
              look="plain"
              href={links.tab(row.entityRef)}
              className={styles.name}
            >
              {row.service}
            </AppLink>
          ) : (
            <span className={styles.name}>{row.service}</span>
          )}
          <span className={ui.muted}>{row.owner}</span>
        </span>
      </td>
      {row.cells.map((cell, index) => (
        <Fragment key={cell.environment}>
          <td role="gridcell" tabIndex={-1}>
            <VisuallyHidden>
              {t('global.services.cell', {
                service: row.service,
                environment: cell.environment,
                state: cellState(t, cell),
              })}
            </VisuallyHidden>
            <ServiceCell cell={cell} entityRef={row.entityRef} />
          </td>
          {row.steps[index] && (
            <td role="gridcell" tabIndex={-1}>
              <ServiceStep step={row.steps[index]} entityRef={row.entityRef} />
            </td>
          )}
        </Fragment>
      ))}
      <td role="gridcell" tabIndex={-1}>
        {row.debt ? (
          <span className={styles.cell} data-tone="warning">
            <Mark name="bolt" />
            <span className={ui.toned}>
              <b className={ui.strong}>
                <DebtAge since={row.debt.since} />
              </b>{' '}
              {row.debt.incident}
            </span>
          </span>
        ) : (
          '–'
        )}
      </td>
      <td role="gridcell" tabIndex={-1}>
        {row.requests > 0 ? (
          <AppLink
            look="plain"
            href={links.requests()}
            aria-label={t('global.services.requestCount', {
              count: row.requests,
            })}
          >
            <span className={styles.cell}>
              <Mark name="request" /> {row.requests}
            </span>
          </AppLink>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}

/** Services by environments. Arrow keys move, Enter opens. */
export function ServiceMatrix(props: {
  list: ServiceList;
  rows: ServiceRow[];
}) {
  const { list, rows } = props;
  const t = useT();
  const onKeyDown = useGridKeys();
  return (
    <div className={`${ui.card} ${styles.scroll}`}>
      <table
        role="grid"
        aria-label={t('global.services.grid')}
        className={styles.table}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col">
              {t('global.services.service')}
              <span className={styles.headCounts}>
                {t('global.services.shown', {
                  shown: String(rows.length),
                  total: String(list.items.length),
                })}
              </span>
            </th>
            {list.environments.map((environment, column) => (
              <Fragment key={environment}>
                <th scope="col">
                  {environment}
                  <ColumnCounts rows={rows} column={column} />
                </th>
                {column < list.environments.length - 1 && <td />}
              </Fragment>
            ))}
            <th scope="col">{t('global.services.debt')}</th>
            <th scope="col">{t('global.services.requests')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <MatrixRow key={row.service} row={row} first={index === 0} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
