import {
  GateSummary,
  PipelineStep,
} from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { useNow } from '../../time';
import {
  GatePopover,
  Mark,
  gateInShort,
  gateMark,
  gateTone,
  sortGates,
} from '../parts';
import styles from './PromotionArrow.module.css';

const NAMED = 3;

function openGates(state: PipelineStep['state'], gates: GateSummary) {
  const open = sortGates(gates.results).filter(
    result => result.verdict === 'fail' || result.verdict === 'pending',
  );
  // Where nothing waits to be promoted only a freeze is worth a word.
  return state === 'upToDate'
    ? open.filter(result => result.gate === 'freeze')
    : open;
}

/** The bar, and by name only the gates that do not pass. */
export function ArrowGates(props: { step: PipelineStep }) {
  const t = useT();
  const now = useNow();
  const { state, gates } = props.step;
  if (!gates || state === 'denied') {
    return null;
  }
  const open = openGates(state, gates);
  const bar = state === 'toPromote' || state === 'blocked';
  if (!bar && open.length === 0) {
    return null;
  }
  return (
    <div className={styles.gates}>
      {bar && <GatePopover gates={gates} />}
      {open.slice(0, NAMED).map(result => {
        const tone =
          result.gate === 'freeze' ? 'announcement' : gateTone(result.verdict);
        return (
          <div key={result.gate} className={styles.gate}>
            <Mark name={gateMark(result)} tone={tone} />
            <span>{gateInShort(t, result, now)}</span>
          </div>
        );
      })}
    </div>
  );
}
