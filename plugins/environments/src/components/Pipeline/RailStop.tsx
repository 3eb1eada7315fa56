import { ServiceEnvironment } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { clockTime, useNow } from '../../time';
import { HealthMark, Mark, TimeAgo } from '../parts';
import styles from './Rail.module.css';

function Flags(props: { environment: ServiceEnvironment }) {
  const t = useT();
  const now = useNow();
  const { environment: env } = props;
  if (env.state !== 'read') {
    return null;
  }
  if (env.freshness.state !== 'live') {
    return (
      <span data-tone="neutral">
        <Mark name="eyeOff" label={t('environments.vitals.unknown')} />
        {env.freshness.at && clockTime(env.freshness.at, now)}
      </span>
    );
  }
  const { waiting } = env.deploy;
  const { drifted } = env.drift;
  if (waiting + drifted === 0 && env.revision) {
    return (
      <span className={ui.muted}>
        <TimeAgo at={env.revision.time} dates />
      </span>
    );
  }
  return (
    <>
      {waiting > 0 && (
        <span data-tone="announcement">
          <Mark
            name="tray"
            tone="announcement"
            label={t('parts.value.mark.merged')}
          />
          {waiting}
        </span>
      )}
      {drifted > 0 && (
        <span data-tone="warning">
          <Mark
            name="notEqual"
            tone="warning"
            label={t('parts.value.mark.drift')}
          />
          {drifted}
        </span>
      )}
    </>
  );
}

/** One environment on the rail. */
export function RailStop(props: {
  environment: ServiceEnvironment;
  current: boolean;
  tabbable: boolean;
  onFocus(): void;
}) {
  const { environment: env, current } = props;
  const live = env.state === 'read' && env.freshness.state === 'live';
  return (
    <button
      type="button"
      className={styles.stop}
      aria-current={current || undefined}
      tabIndex={props.tabbable ? 0 : -1}
      data-environment={env.name}
      onClick={props.onFocus}
    >
      <span className={styles.name}>
        {env.state === 'denied' ? (
          <Mark name="lock" tone="neutral" />
        ) : (
          <HealthMark status={live ? env.health.status : 'Unknown'} />
        )}
        <b>{env.name}</b>
      </span>
      <span className={styles.flags}>
        <Flags environment={env} />
      </span>
    </button>
  );
}
