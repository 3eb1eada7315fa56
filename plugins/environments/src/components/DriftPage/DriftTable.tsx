import { DriftRow } from '@stagecraft/plugin-environments-common';
import { useLinks, useT } from '../../hooks';
import { ui } from '../../styles';
import { globalStyles as styles } from '../GlobalPage';
import {
  AppLink,
  FieldPathText,
  ReasonChip,
  TimeAgo,
  ValuePair,
} from '../parts';
import { CAUSES } from './causes';

function Row(props: { row: DriftRow; entityRef?: string }) {
  const { row, entityRef } = props;
  const t = useT();
  const links = useLinks();
  const { mark, tone } = CAUSES[row.cause];
  const since = row.atOrBefore ?? row.between?.to ?? row.firstSeen;
  const place = (
    <>
      {row.resource.replace('/', ' ')}
      <br />
      {row.path ? (
        <FieldPathText path={row.path} />
      ) : (
        <b className={ui.strong}>{t('global.drift.whole')}</b>
      )}
    </>
  );
  return (
    <tr>
      <td>{since ? <TimeAgo at={since} /> : '–'}</td>
      <td>
        <b className={ui.strong}>{row.service}</b>
        <br />
        <span className={ui.muted}>{row.environment}</span>
      </td>
      <td>
        {entityRef ? (
          <AppLink
            look="plain"
            href={links.tab(entityRef, {
              resource: {
                environment: row.environment,
                resource: row.resource,
              },
              tab: 'fields',
            })}
          >
            {place}
          </AppLink>
        ) : (
          place
        )}
      </td>
      <td>
        <ValuePair git={row.git} live={row.live} />
      </td>
      <td>
        <ReasonChip mark={mark} tone={tone}>
          {t(`global.drift.causes.${row.cause}`)}
        </ReasonChip>
        <br />
        <span className={ui.muted}>
          {row.manager ??
            (row.kind === 'removed' ? t('global.drift.noAuthor') : '')}
        </span>
      </td>
    </tr>
  );
}

/** One row per drifted field, oldest first. */
export function DriftTable(props: {
  rows: DriftRow[];
  entityOf(service: string): string | undefined;
}) {
  const t = useT();
  const columns = ['age', 'service', 'field', 'values', 'cause'] as const;
  return (
    <div className={`${ui.card} ${styles.scroll}`}>
      <table className={styles.table} aria-label={t('global.drift.table')}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {t(`global.drift.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(row => (
            <Row
              key={`${row.service} ${row.environment} ${row.resource} ${row.path}`}
              row={row}
              entityRef={props.entityOf(row.service)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
