import { T, useT } from '../../hooks/useT';
import { fullTime, shortenTime, useNow } from '../../time';

/** "12 min", "Sun 20:58" or "12 Nov" as text; with `ago` an age ends in "ago". */
export function timeText(
  t: T,
  at: string,
  now: number,
  options: { dates?: boolean; ago?: boolean } = {},
): string {
  const short = shortenTime(at, now, options);
  if (short.form !== 'age') {
    return short.text;
  }
  const age = t(`parts.time.${short.unit}`, { n: String(short.count) });
  return options.ago ? t('parts.time.ago', { age }) : age;
}

/** When something was, short, with the whole time as tooltip. */
export function TimeAgo(props: { at: string; dates?: boolean; ago?: boolean }) {
  const t = useT();
  const now = useNow();
  return (
    <time dateTime={props.at} title={fullTime(props.at)}>
      {timeText(t, props.at, now, props)}
    </time>
  );
}
