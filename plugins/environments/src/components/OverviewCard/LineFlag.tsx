import { ServiceEnvironment } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { Tone, ui } from '../../styles';
import { Mark, MarkName } from '../parts';
import styles from './OverviewCard.module.css';

interface Flag {
  mark?: MarkName;
  tone: Tone;
  text: string;
}

function useFlag(environment: ServiceEnvironment): Flag | undefined {
  const t = useT();
  if (environment.state !== 'read' || environment.freshness.state !== 'live') {
    return undefined;
  }
  const { drift, deploy, health } = environment;
  if (drift.drifted > 0) {
    const text = t('overview.drifted', { n: String(drift.drifted) });
    return { mark: 'notEqual', tone: 'warning', text };
  }
  if (health.status === 'Degraded' && health.message) {
    return { tone: 'negative', text: health.message.replace(/\.$/, '') };
  }
  if (deploy.waiting > 0) {
    const text = t('overview.toDeploy', { n: String(deploy.waiting) });
    return { mark: 'tray', tone: 'announcement', text };
  }
  return undefined;
}

/** At most one thing per line: the worst. */
export function LineFlag(props: {
  environment: ServiceEnvironment;
  /** Name of the environment, where the line stands for several. */
  member?: string;
}) {
  const t = useT();
  const flag = useFlag(props.environment);
  if (!flag) {
    return null;
  }
  const { member } = props;
  const text = member
    ? t('overview.member', { member, text: flag.text })
    : flag.text;
  return (
    <span className={styles.flag} data-tone={flag.tone} title={text}>
      {flag.mark && <Mark name={flag.mark} tone={flag.tone} />}
      <span className={ui.cut}>{text}</span>
    </span>
  );
}
