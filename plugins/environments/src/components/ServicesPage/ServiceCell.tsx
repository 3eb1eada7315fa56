import { ServiceRow } from '@stagecraft/plugin-environments-common';
import { T, useLinks, useT } from '../../hooks';
import { ui } from '../../styles';
import { clockTime, useNow } from '../../time';
import { globalStyles as styles } from '../GlobalPage';
import { AppLink, HealthMark, Mark, TimeAgo } from '../parts';

type Cell = ServiceRow['cells'][number];

/** The state of a cell in words: "degraded, 3 drifted". */
export function cellState(t: T, cell: Cell): string {
  if (cell.state !== 'read') {
    return t(
      cell.state === 'empty'
        ? 'global.services.notHere'
        : 'global.services.denied',
    );
  }
  const flags = [t(`parts.health.${cell.health}`).toLocaleLowerCase('en')];
  if (cell.drifted > 0) {
    flags.push(t('global.services.drifted', { n: String(cell.drifted) }));
  }
  if (cell.toDeploy > 0) {
    flags.push(t('global.services.toDeploy', { n: String(cell.toDeploy) }));
  }
  return flags.join(', ');
}

/** One service in one environment: health, revision, age, and the worst flag. */
export function ServiceCell(props: { cell: Cell; entityRef?: string }) {
  const { cell, entityRef } = props;
  const t = useT();
  const links = useLinks();
  const now = useNow();
  if (cell.state !== 'read') {
    return (
      <span className={`${styles.cell} ${ui.muted}`}>
        {cell.state === 'denied' && <Mark name="lock" />}
        {cellState(t, cell)}
      </span>
    );
  }
  const content = (
    <span className={styles.cell}>
      <HealthMark status={cell.health} hidden />
      {cell.staleSince ? (
        <span className={ui.muted}>
          {t('global.services.stale', {
            time: clockTime(cell.staleSince, now),
          })}
        </span>
      ) : (
        cell.revision && (
          <>
            <span className={ui.mono}>{cell.revision.shortId}</span>
            <span className={ui.muted}>
              <TimeAgo at={cell.revision.time} dates />
            </span>
          </>
        )
      )}
      {cell.toDeploy > 0 && (
        <span className={styles.flag} data-tone="announcement">
          <Mark name="tray" /> {cell.toDeploy}
        </span>
      )}
      {cell.drifted > 0 && (
        <span className={styles.flag} data-tone="warning">
          <Mark name="notEqual" /> {cell.drifted}
        </span>
      )}
    </span>
  );
  return entityRef ? (
    <AppLink
      look="plain"
      href={links.tab(entityRef, { focus: cell.environment })}
    >
      {content}
    </AppLink>
  ) : (
    content
  );
}
