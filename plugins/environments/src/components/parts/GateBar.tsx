import { useT } from '../../hooks/useT';
import { Tone } from '../../styles';
import { GateCounts } from './gates';
import styles from './GateBar.module.css';

/** One segment per gate: what passes, then what waits, then what fails. */
export function GateBar(props: { counts: GateCounts }) {
  const t = useT();
  const { pass, wait, fail } = props.counts;
  const segments: Tone[] = [
    ...Array<Tone>(pass).fill('positive'),
    ...Array<Tone>(wait).fill('neutral'),
    ...Array<Tone>(fail).fill('negative'),
  ];
  const label = t('parts.gates.bar', {
    pass: String(pass),
    wait: String(wait),
    fail: String(fail),
  });
  return (
    <span className={styles.bar} role="img" aria-label={label}>
      {segments.map((tone, index) => (
        <i key={index} data-tone={tone} />
      ))}
    </span>
  );
}
