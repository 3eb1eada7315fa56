import { HealthStatus } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks/useT';
import { Tone } from '../../styles';
import {
  DegradedMark,
  Drawn,
  HealthyMark,
  MissingMark,
  ProgressMark,
  SuspendedMark,
  UnknownMark,
} from './drawnMarks';
import styles from './Mark.module.css';

const MARKS: Record<HealthStatus, { tone: Tone; Icon: Drawn }> = {
  Healthy: { tone: 'positive', Icon: HealthyMark },
  Progressing: { tone: 'announcement', Icon: ProgressMark },
  Degraded: { tone: 'negative', Icon: DegradedMark },
  Suspended: { tone: 'neutral', Icon: SuspendedMark },
  Missing: { tone: 'negative', Icon: MissingMark },
  Unknown: { tone: 'neutral', Icon: UnknownMark },
};

/** Tone in which a health status is written. */
export function healthTone(status: HealthStatus): Tone {
  return MARKS[status].tone;
}

/** The mark of a health status; says its word unless `hidden`, where the word follows. */
export function HealthMark(props: {
  status: HealthStatus;
  size?: number;
  hidden?: boolean;
}) {
  const t = useT();
  const { tone, Icon } = MARKS[props.status];
  const meaning = props.hidden
    ? { 'aria-hidden': true }
    : { role: 'img', 'aria-label': t(`parts.health.${props.status}`) };
  return (
    <span className={styles.mark} data-tone={tone} {...meaning}>
      <Icon size={props.size ?? 16} aria-hidden />
    </span>
  );
}
