import { ResourceDetail } from '@stagecraft/plugin-environments-common';
import { ReactNode } from 'react';
import { T, useT } from '../../hooks';
import { Tone, ui } from '../../styles';
import { clockTime, useNow } from '../../time';
import {
  HealthMark,
  healthTone,
  Mark,
  MarkName,
  TimeAgo,
  timeText,
} from '../parts';
import styles from './ResourceDrawer.module.css';

interface DriftFact {
  mark: MarkName;
  tone: Tone;
  word: string;
}

function driftFact(t: T, detail: ResourceDetail): DriftFact {
  const { verdict, fields } = detail.drift;
  switch (verdict) {
    case 'drifted':
      return {
        mark: 'notEqual',
        tone: 'warning',
        word: t('drawer.facts.drifted', { count: fields.length }),
      };
    case 'inSync':
      return {
        mark: 'equal',
        tone: 'neutral',
        word: t('drawer.facts.noDrift'),
      };
    case 'pending':
      return {
        mark: 'tray',
        tone: 'announcement',
        word: t('drawer.facts.pending'),
      };
    case 'missing':
      return {
        mark: 'notEqual',
        tone: 'negative',
        word: t('drawer.facts.missing'),
      };
    case 'orphan':
      return {
        mark: 'notEqual',
        tone: 'warning',
        word: t('drawer.facts.orphan'),
      };
    default:
      return {
        mark: 'eyeOff',
        tone: 'neutral',
        word: t('drawer.facts.driftUnknown'),
      };
  }
}

/** When the oldest counted difference began, as far as is known. */
function driftSince(detail: ResourceDetail): string | undefined {
  return detail.drift.fields
    .flatMap(
      field => field.atOrBefore ?? field.between?.to ?? field.firstSeen ?? [],
    )
    .sort()[0];
}

function Fact(props: {
  mark: ReactNode;
  tone: Tone;
  word: ReactNode;
  children?: ReactNode;
}) {
  return (
    <li className={styles.fact}>
      {props.mark}
      <div>
        <div className={styles.word} data-tone={props.tone}>
          {props.word}
        </div>
        <div className={ui.muted}>{props.children}</div>
      </div>
    </li>
  );
}

/** Is it well, did it arrive, is it still so, and how old is this. */
export function Facts(props: { detail: ResourceDetail }) {
  const { detail } = props;
  const { health, deploy, freshness, revision } = detail;
  const t = useT();
  const now = useNow();
  const drift = driftFact(t, detail);
  const since = driftSince(detail);
  const at = freshness.at;
  return (
    <ul className={`${ui.card} ${styles.facts}`}>
      <Fact
        mark={<HealthMark status={health.status} hidden />}
        tone={
          health.status === 'Healthy' ? 'neutral' : healthTone(health.status)
        }
        word={t(`parts.health.${health.status}`)}
      >
        {health.argo
          ? t('drawer.facts.argoSays', { status: health.argo })
          : t('drawer.facts.noArgo')}
      </Fact>
      <Fact
        mark={<Mark name={deploy.status === 'deployed' ? 'sync' : 'tray'} />}
        tone={deploy.status === 'failing' ? 'negative' : 'neutral'}
        word={t(`drawer.facts.${deploy.status}`)}
      >
        {revision && (
          <>
            <span className={ui.mono}>{revision.shortId}</span>{' '}
            <TimeAgo at={revision.time} dates />
          </>
        )}
      </Fact>
      <Fact
        mark={<Mark name={drift.mark} tone={drift.tone} />}
        tone={drift.tone}
        word={drift.word}
      >
        {detail.drift.reason ??
          (since && t('drawer.facts.since', { time: clockTime(since, now) }))}
      </Fact>
      <Fact
        mark={<Mark name={freshness.state === 'live' ? 'clock' : 'eyeOff'} />}
        tone="neutral"
        word={
          at
            ? t(
                freshness.state === 'live'
                  ? 'drawer.facts.live'
                  : 'drawer.facts.stale',
                {
                  time:
                    freshness.state === 'live'
                      ? timeText(t, at, now, { ago: true })
                      : clockTime(at, now),
                },
              )
            : t('drawer.facts.never')
        }
      />
    </ul>
  );
}
