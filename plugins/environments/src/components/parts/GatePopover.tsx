import { Button, DialogTrigger, Popover } from '@backstage/ui';
import { GateSummary } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks/useT';
import { clockTime, useNow } from '../../time';
import { GateBar } from './GateBar';
import { GateList } from './GateList';
import { countGates } from './gates';
import styles from './GateBar.module.css';

/** "5 of 8 gates pass" over the bar; opens all gates with their evidence. */
export function GatePopover(props: { gates: GateSummary }) {
  const t = useT();
  const now = useNow();
  const counts = countGates(props.gates);
  const summary = t('parts.gates.summary', {
    passing: String(counts.pass),
    total: String(props.gates.results.length),
  });
  return (
    <DialogTrigger>
      <Button
        variant="tertiary"
        size="small"
        className={styles.trigger}
        aria-label={t('parts.gates.open', { summary })}
      >
        <span>{summary}</span>
        <GateBar counts={counts} />
      </Button>
      <Popover aria-label={t('parts.gates.title')}>
        <GateList gates={props.gates} />
        <p className={styles.checked}>
          {t('parts.gates.checked', {
            time: clockTime(props.gates.checkedAt, now),
          })}
        </p>
      </Popover>
    </DialogTrigger>
  );
}
