import { DifferenceReason } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks/useT';
import { Tone, ui } from '../../styles';
import { AppLink } from './AppLink';
import styles from './CountLink.module.css';
import { Mark, MarkName } from './Mark';

/** How each reason of a difference looks everywhere. */
export const REASONS: Record<DifferenceReason, { mark: MarkName; tone: Tone }> =
  {
    expected: { mark: 'pin', tone: 'neutral' },
    pending: { mark: 'arrow', tone: 'announcement' },
    unexpected: { mark: 'fork', tone: 'warning' },
    ahead: { mark: 'bolt', tone: 'warning' },
  };

/** "2 pending" with its mark, leading to what is counted. */
export function CountLink(props: {
  reason: DifferenceReason;
  count: number;
  href?: string;
}) {
  const t = useT();
  const { mark, tone } = REASONS[props.reason];
  const content = (
    <>
      <Mark name={mark} tone={tone} />
      <span>
        <b className={`${ui.strong} ${ui.num}`}>{props.count}</b>{' '}
        {t(`parts.reason.${props.reason}`)}
      </span>
    </>
  );
  return props.href ? (
    <AppLink
      look="plain"
      href={props.href}
      className={styles.count}
      tone={tone}
    >
      {content}
    </AppLink>
  ) : (
    <span className={styles.count} data-tone={tone}>
      {content}
    </span>
  );
}
