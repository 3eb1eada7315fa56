import { CardValue } from '@stagecraft/plugin-environments-common';
import { VisuallyHidden } from '@backstage/ui';
import { T, useT } from '../../hooks';
import { Tone } from '../../styles';
import { AppLink, Mark, MarkName, cardValueText } from '../parts';
import styles from './ResourceRow.module.css';

const MARKS: Record<
  NonNullable<CardValue['mark']>,
  { mark: MarkName; tone: Tone }
> = {
  pending: { mark: 'arrow', tone: 'announcement' },
  merged: { mark: 'tray', tone: 'announcement' },
  hotfix: { mark: 'bolt', tone: 'warning' },
  drift: { mark: 'notEqual', tone: 'warning' },
  unexpected: { mark: 'fork', tone: 'warning' },
};

function spoken(t: T, value: CardValue): string {
  const git = cardValueText(t, value.git);
  if (value.live) {
    const live = cardValueText(t, value.live);
    return t('parts.value.drifted', { label: value.label, git, live });
  }
  const mark = value.mark ? t(`parts.value.mark.${value.mark}`) : '';
  return t('parts.value.marked', { label: value.label, value: git, mark });
}

function Value(props: { value: CardValue; fieldsHref: string }) {
  const t = useT();
  const { value } = props;
  const git = cardValueText(t, value.git);
  const look = value.mark && MARKS[value.mark];
  if (!look) {
    return (
      <dd className={styles.value} title={git}>
        <span className={styles.text}>{git}</span>
      </dd>
    );
  }
  const { mark, tone } = look;
  const text = (
    <>
      <span className={styles.text} aria-hidden title={git}>
        {git}
      </span>
      <Mark name={mark} tone={tone} size={12} />
      {value.live && (
        <span className={styles.text} aria-hidden>
          {cardValueText(t, value.live)}
        </span>
      )}
    </>
  );
  return (
    <dd className={styles.value} data-tone={tone}>
      {value.live ? (
        <AppLink
          look="plain"
          href={props.fieldsHref}
          className={styles.drifted}
          aria-label={spoken(t, value)}
        >
          {text}
        </AppLink>
      ) : (
        <>
          {text}
          <VisuallyHidden>{spoken(t, value)}</VisuallyHidden>
        </>
      )}
    </dd>
  );
}

/** Up to four telling values of a resource, label over value. */
export function ValueStrip(props: { values: CardValue[]; fieldsHref: string }) {
  return (
    <dl className={styles.values}>
      {props.values.slice(0, 4).map(value => (
        <div key={value.path} className={styles.pair}>
          <dt title={value.path}>{value.label}</dt>
          <Value value={value} fieldsHref={props.fieldsHref} />
        </div>
      ))}
    </dl>
  );
}
