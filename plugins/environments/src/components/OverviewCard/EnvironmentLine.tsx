import { ServiceEnvironment } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { clockTime, useNow } from '../../time';
import { HealthMark, Mark, TimeAgo } from '../parts';
import { LineFlag } from './LineFlag';
import styles from './OverviewCard.module.css';
import { OverviewLine } from './overviewLines';

function Revision(props: { environment: ServiceEnvironment }) {
  const t = useT();
  const now = useNow();
  const { environment: env } = props;
  if (env.state !== 'read') {
    return (
      <span className={ui.muted}>
        {t(env.state === 'denied' ? 'overview.denied' : 'overview.notHere')}
      </span>
    );
  }
  const { state, at } = env.freshness;
  if (state !== 'live') {
    return (
      <span className={ui.muted}>
        {state === 'stale' && at
          ? t('overview.unreachable', { time: clockTime(at, now) })
          : t('overview.never')}
      </span>
    );
  }
  if (!env.revision) {
    return null;
  }
  return (
    <>
      <span className={ui.mono}>{env.revision.shortId}</span>
      <span className={ui.muted}>
        <TimeAgo at={env.revision.time} dates />
      </span>
    </>
  );
}

/** One environment, or one stage, in one line. */
export function EnvironmentLine(props: { line: OverviewLine }) {
  const t = useT();
  const { stage, speaker, size, health } = props.line;
  const many = size > 1;
  return (
    <div className={styles.line}>
      <span className={styles.glyph}>
        {speaker.state === 'denied' ? (
          <Mark name="lock" tone="neutral" label={t('overview.denied')} />
        ) : (
          <HealthMark status={health} size={18} />
        )}
      </span>
      <b className={styles.name}>
        {many ? t('overview.group', { stage, n: String(size) }) : stage}
      </b>
      <span className={styles.revision}>
        <Revision environment={speaker} />
      </span>
      <LineFlag
        environment={speaker}
        member={
          many
            ? speaker.name.slice(speaker.name.lastIndexOf('-') + 1)
            : undefined
        }
      />
    </div>
  );
}
