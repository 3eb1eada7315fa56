import { ReactNode } from 'react';
import { Tone } from '../../styles';
import { Mark, MarkName } from './Mark';
import styles from './NoteInCard.module.css';

/** Something the reader must know of a part of a card; the rest of the card works on. */
export function NoteInCard(props: {
  tone: Tone;
  mark: MarkName;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={styles.note} data-tone={props.tone} role="note">
      <Mark name={props.mark} tone={props.tone} size={16} />
      <div className={styles.text}>
        <b>{props.title}</b>
        {props.children}
        {props.actions && <div className={styles.actions}>{props.actions}</div>}
      </div>
    </div>
  );
}
