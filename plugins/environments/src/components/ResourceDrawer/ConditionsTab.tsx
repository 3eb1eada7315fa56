import {
  ConditionRow,
  ResourceDetail,
} from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { Tone, ui } from '../../styles';
import { HealthMark, healthTone, Mark, MarkName, TimeAgo } from '../parts';
import { EventsTable } from './EventsTable';
import styles from './ResourceDrawer.module.css';

const STATUS: Record<
  ConditionRow['status'],
  { mark: MarkName; tone: Tone; word: 'holds' | 'fails' | 'unknown' }
> = {
  True: { mark: 'check', tone: 'positive', word: 'holds' },
  False: { mark: 'cross', tone: 'negative', word: 'fails' },
  Unknown: { mark: 'clock', tone: 'neutral', word: 'unknown' },
};

function Verdicts(props: { detail: ResourceDetail }) {
  const { health, group } = props.detail;
  const t = useT();
  const status = t(`parts.health.${health.status}`);
  return (
    <div className={styles.verdicts}>
      <div className={`${ui.card} ${styles.verdict}`}>
        <HealthMark status={health.status} hidden size={20} />
        <div>
          <b
            className={styles.word}
            data-tone={
              health.status === 'Healthy'
                ? undefined
                : healthTone(health.status)
            }
          >
            {t('drawer.conditions.ours', { status })}
          </b>
          <p className={ui.muted}>{health.message}</p>
        </div>
      </div>
      <div className={`${ui.card} ${styles.verdict}`}>
        <div>
          <b className={styles.word}>
            {health.argo
              ? t('drawer.conditions.argo', { status: health.argo })
              : t('drawer.conditions.noArgo')}
          </b>
          <p className={ui.muted}>
            {!health.argo && t('drawer.conditions.noArgoDetail', { group })}
            {health.argo === health.status && t('drawer.conditions.agree')}
          </p>
        </div>
      </div>
    </div>
  );
}

/** Both verdicts beside each other, the conditions behind ours, and the events. */
export function ConditionsTab(props: { detail: ResourceDetail }) {
  const { detail } = props;
  const t = useT();
  return (
    <div className={styles.stack}>
      <Verdicts detail={detail} />
      <h3 className={ui.heading}>{t('drawer.conditions.conditions')}</h3>
      {detail.conditions.length === 0 ? (
        <p className={ui.muted}>{t('drawer.conditions.noConditions')}</p>
      ) : (
        <table
          className={`${ui.card} ${styles.table}`}
          aria-label={t('drawer.conditions.conditions')}
        >
          <tbody>
            {detail.conditions.map(condition => {
              const { mark, tone, word } = STATUS[condition.status];
              return (
                <tr key={condition.type}>
                  <td>
                    <span className={ui.row}>
                      <Mark
                        name={mark}
                        tone={tone}
                        label={t(`drawer.conditions.${word}`)}
                      />
                      <b className={ui.strong}>{condition.type}</b>
                    </span>
                  </td>
                  <td>
                    <code className={ui.mono}>{condition.reason}</code>{' '}
                    <span className={ui.muted}>{condition.message}</span>
                  </td>
                  <td className={styles.right}>
                    {condition.since && <TimeAgo at={condition.since} />}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <EventsTable events={detail.events} />
    </div>
  );
}
