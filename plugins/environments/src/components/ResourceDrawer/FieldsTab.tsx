import {
  DriftField,
  ResourceDetail,
} from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { clockTime, useNow } from '../../time';
import { OriginText } from '../CompareView/OriginText';
import { CAUSES } from '../DriftPage/causes';
import {
  EmptyState,
  FieldPathText,
  NoteInCard,
  ReasonChip,
  ShownValueText,
} from '../parts';
import { NotCounted } from './NotCounted';
import styles from './ResourceDrawer.module.css';

function When(props: { field: DriftField }) {
  const { atOrBefore, between, firstSeen } = props.field;
  const t = useT();
  const now = useNow();
  if (between) {
    return t('drawer.fields.between', {
      from: clockTime(between.from, now),
      to: clockTime(between.to, now),
    });
  }
  const time = atOrBefore ?? firstSeen;
  return time ? clockTime(time, now) : '–';
}

function FieldRow(props: { field: DriftField }) {
  const { field } = props;
  const t = useT();
  const { mark, tone } = CAUSES[field.cause];
  return (
    <tr>
      <td>
        {field.path ? (
          <FieldPathText path={field.path} />
        ) : (
          <b className={ui.strong}>{t('drawer.fields.whole')}</b>
        )}
        {field.consequence && (
          <div className={ui.toned} data-tone="negative">
            {field.consequence}
          </div>
        )}
      </td>
      <td>
        <ShownValueText value={field.git} strong />
        {field.origin && field.git.state !== 'absent' && (
          <div>
            <OriginText origin={field.origin} />
          </div>
        )}
      </td>
      <td className={ui.toned} data-tone="warning">
        <ShownValueText value={field.live} />
      </td>
      <td>
        <ReasonChip mark={mark} tone={tone}>
          {t(`global.drift.causes.${field.cause}`)}
        </ReasonChip>
        <div className={ui.muted}>
          {field.manager ??
            (field.kind === 'removed' ? t('drawer.fields.noAuthor') : '')}
        </div>
      </td>
      <td>
        <When field={field} />
      </td>
    </tr>
  );
}

/** Every field that differs: Git's value, the live one, why, who and when. */
export function FieldsTab(props: { detail: ResourceDetail }) {
  const { drift, whyItLasts } = props.detail;
  const t = useT();
  const columns = ['field', 'git', 'live', 'cause', 'when'] as const;
  const byHand = drift.fields.some(field => field.cause === 'manual');
  return (
    <div className={styles.stack}>
      {drift.verdict === 'unknown' && (
        <NoteInCard
          tone="neutral"
          mark="eyeOff"
          title={t('drawer.fields.unknown')}
        >
          {drift.reason}
        </NoteInCard>
      )}
      {drift.verdict === 'drifted' && (
        <NoteInCard
          tone="warning"
          mark="notEqual"
          title={t('drawer.fields.banner', { count: drift.fields.length })}
        >
          {byHand && t('drawer.fields.byHand')}{' '}
          {whyItLasts &&
            t('drawer.fields.lasts', { why: whyItLasts.replace(/\.$/, '') })}
        </NoteInCard>
      )}
      {drift.fields.length > 0 ? (
        <table
          className={`${ui.card} ${styles.table} ${styles.fieldTable}`}
          aria-label={t('drawer.fields.table')}
        >
          <thead>
            <tr>
              {columns.map(column => (
                <th key={column} scope="col">
                  {t(`drawer.fields.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {drift.fields.map(field => (
              <FieldRow key={field.path} field={field} />
            ))}
          </tbody>
        </table>
      ) : (
        drift.verdict !== 'unknown' && (
          <div className={ui.card}>
            <EmptyState title={t('drawer.fields.none')}>
              {t('drawer.fields.noneDetail')}
            </EmptyState>
          </div>
        )
      )}
      {drift.notCounted.length > 0 && <NotCounted fields={drift.notCounted} />}
    </div>
  );
}
