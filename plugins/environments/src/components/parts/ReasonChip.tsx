import { ReactNode } from 'react';
import { Tone } from '../../styles';
import { Mark, MarkName } from './Mark';
import styles from './ReasonChip.module.css';

/** A mark and a word on a tinted ground, 20 px high. */
export function ReasonChip(props: {
  mark?: MarkName;
  tone: Tone;
  children: ReactNode;
}) {
  return (
    <span className={styles.chip} data-tone={props.tone}>
      {props.mark && <Mark name={props.mark} size={12} />}
      {props.children}
    </span>
  );
}
