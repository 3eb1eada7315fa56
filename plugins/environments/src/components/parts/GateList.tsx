import { GateSummary } from '@stagecraft/plugin-environments-common';
import { VisuallyHidden } from '@backstage/ui';
import { useT } from '../../hooks/useT';
import { gateMark, gateTone, sortGates } from './gates';
import styles from './GateBar.module.css';
import { Mark } from './Mark';

/**
 * All gates with their evidence, worst first.
 *
 * @param props - `panel` draws lines between the gates, to fill a card;
 *   `asGiven` keeps their order
 */
export function GateList(props: {
  gates: GateSummary;
  panel?: boolean;
  asGiven?: boolean;
}) {
  const t = useT();
  const { results } = props.gates;
  return (
    <ul className={styles.list} data-panel={props.panel}>
      {(props.asGiven ? results : sortGates(results)).map(result => (
        <li key={result.gate} className={styles.gate}>
          <Mark name={gateMark(result)} tone={gateTone(result.verdict)} />
          <div>
            <b>{result.title}</b>
            <VisuallyHidden>
              {t(`parts.gates.verdict.${result.verdict}`)}
            </VisuallyHidden>
            {result.evidence.map(sentence => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
