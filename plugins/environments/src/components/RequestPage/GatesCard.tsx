import { GateSummary } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { clockTime, useNow } from '../../time';
import { countGates, GateList } from '../parts';
import styles from './RequestPage.module.css';

/** All gates with their evidence, and when they were judged. */
export function GatesCard(props: { gates: GateSummary }) {
  const { gates } = props;
  const t = useT();
  const now = useNow();
  const summary = t('request.gates.summary', {
    passing: String(countGates(gates).pass),
    total: String(gates.results.length),
  });
  return (
    <section className={ui.card} aria-labelledby="request-gates">
      <div className={styles.cardHead}>
        <h2 id="request-gates" className={`${ui.heading} ${ui.grow}`}>
          {t('request.gates.title')}
        </h2>
        <span className={ui.muted}>
          {t('request.gates.checked', {
            summary,
            time: clockTime(gates.checkedAt, now),
          })}
        </span>
      </div>
      <div className={styles.gates}>
        <GateList panel gates={gates} />
      </div>
    </section>
  );
}
