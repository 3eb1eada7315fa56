import { ShownValue } from '@stagecraft/plugin-environments-common';
import { T, useT } from '../../hooks/useT';
import { ui } from '../../styles';
import { Mark } from './Mark';
import styles from './ShownValue.module.css';

/** A value in a sentence or an accessible name. */
export function valueText(t: T, value: ShownValue): string {
  switch (value.state) {
    case 'absent':
      return t('parts.value.absent');
    case 'hidden':
      return t('parts.value.hidden');
    default:
      return value.text;
  }
}

/** Value on a card: a flag reads on or off, nothing is a dash. */
export function cardValueText(t: T, value: ShownValue): string {
  if (value.state === 'absent') {
    return t('parts.value.none');
  }
  if (value.state === 'value' && !value.quoted) {
    if (value.text === 'true') return t('parts.value.on');
    if (value.text === 'false') return t('parts.value.off');
  }
  return valueText(t, value);
}

/** A value in a table: mono, quoted if Git quotes it, "not set" in italics. */
export function ShownValueText(props: { value: ShownValue; strong?: boolean }) {
  const t = useT();
  const { value, strong } = props;
  if (value.state !== 'value') {
    return <i className={styles.absent}>{valueText(t, value)}</i>;
  }
  const className = strong ? `${styles.value} ${ui.strong}` : styles.value;
  return (
    <code className={className}>
      {value.quoted ? `"${value.text}"` : value.text}
    </code>
  );
}

/** Two values that differ, Git first: `3 ≠ 5`. */
export function ValuePair(props: { git: ShownValue; live: ShownValue }) {
  return (
    <span className={styles.pair}>
      <ShownValueText value={props.git} />
      <Mark name="notEqual" tone="warning" size={12} label="≠" />
      <ShownValueText value={props.live} />
    </span>
  );
}
