import { ChangeRequestHead } from '@stagecraft/plugin-environments-common';
import { useLinks, useT } from '../../hooks';
import { ui } from '../../styles';
import { globalStyles as styles } from '../GlobalPage';
import { AppLink, GateBar, Mark, PersonName, TimeAgo } from '../parts';

function Row(props: { request: ChangeRequestHead }) {
  const { request } = props;
  const t = useT();
  const links = useLinks();
  return (
    <tr>
      <td>
        <AppLink href={links.request(request)}>
          #{request.id} {request.title}
        </AppLink>
        <br />
        <span className={ui.muted}>
          {t(`request.type.${request.type}`)}, {request.service}
        </span>
      </td>
      <td>
        <span className={styles.cell}>
          {request.from && (
            <>
              {request.from} <Mark name="arrow" label="→" />
            </>
          )}{' '}
          {request.to}
        </span>
      </td>
      <td>
        <PersonName entityRef={request.author} />
      </td>
      <td>{request.gates && <GateBar counts={request.gates} />}</td>
      <td>{t(`parts.progress.${request.progress}`)}</td>
      <td>
        <TimeAgo at={request.openedAt} />
      </td>
    </tr>
  );
}

/** Requests as rows: what, which way, whose, how far. */
export function RequestTable(props: { rows: ChangeRequestHead[] }) {
  const t = useT();
  const columns = ['title', 'way', 'author', 'gates', 'state', 'age'] as const;
  return (
    <div className={`${ui.card} ${styles.scroll}`}>
      <table className={styles.table} aria-label={t('global.requests.table')}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {t(`global.requests.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(request => (
            <Row key={request.id} request={request} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
