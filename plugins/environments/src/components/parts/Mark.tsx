import {
  RemixiconComponentType,
  RiArrowLeftSLine,
  RiArrowRightLine,
  RiArrowRightSLine,
  RiBox3Line,
  RiCheckLine,
  RiCloseLine,
  RiCodeSLine,
  RiDatabase2Line,
  RiEqualizerLine,
  RiErrorWarningLine,
  RiEyeOffLine,
  RiFileTextLine,
  RiFilter3Line,
  RiFlashlightLine,
  RiGitBranchLine,
  RiGitCommitLine,
  RiGitForkLine,
  RiGitPullRequestLine,
  RiDownload2Line,
  RiKey2Line,
  RiLayoutColumnLine,
  RiLockLine,
  RiPushpinLine,
  RiRefreshLine,
  RiSnowflakeLine,
  RiStackLine,
  RiTimeLine,
  RiUserLine,
} from '@remixicon/react';
import { Tone } from '../../styles';
import {
  DegradedMark,
  Drawn,
  EqualMark,
  HealthyMark,
  NotEqualMark,
  ProgressMark,
} from './drawnMarks';
import styles from './Mark.module.css';

const ICONS = {
  arrow: RiArrowRightLine,
  pin: RiPushpinLine,
  fork: RiGitForkLine,
  bolt: RiFlashlightLine,
  tray: RiDownload2Line,
  sync: RiRefreshLine,
  layers: RiStackLine,
  eyeOff: RiEyeOffLine,
  lock: RiLockLine,
  freeze: RiSnowflakeLine,
  clock: RiTimeLine,
  user: RiUserLine,
  check: RiCheckLine,
  pass: HealthyMark,
  degraded: DegradedMark,
  attention: RiErrorWarningLine,
  cross: RiCloseLine,
  file: RiFileTextLine,
  commit: RiGitCommitLine,
  branch: RiGitBranchLine,
  request: RiGitPullRequestLine,
  columns: RiLayoutColumnLine,
  rows: RiFilter3Line,
  left: RiArrowLeftSLine,
  right: RiArrowRightSLine,
  database: RiDatabase2Line,
  box: RiBox3Line,
  code: RiCodeSLine,
  sliders: RiEqualizerLine,
  key: RiKey2Line,
  equal: EqualMark,
  notEqual: NotEqualMark,
  progress: ProgressMark,
} satisfies Record<string, RemixiconComponentType | Drawn>;

/** Marks by what they stand for, see the language of marks in the docs. */
export type MarkName = keyof typeof ICONS;

/**
 * A mark. Hidden from screen readers because a word follows it; where it stands
 * alone it gets that word as `label`.
 */
export function Mark(props: {
  name: MarkName;
  tone?: Tone;
  size?: number;
  label?: string;
}) {
  const Icon = ICONS[props.name];
  const meaning = props.label
    ? { role: 'img', 'aria-label': props.label }
    : { 'aria-hidden': true };
  return (
    <span className={styles.mark} data-tone={props.tone} {...meaning}>
      <Icon size={props.size ?? 14} aria-hidden />
    </span>
  );
}
