import {
  ComparedResource,
  Comparison,
  OriginRef,
} from '@stagecraft/plugin-environments-common';
import { useMemo, useState } from 'react';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { Mark, REASONS } from '../parts';
import { groupPairs, LinePair, pairLines } from './pairLines';
import styles from './YamlPair.module.css';

const FOLD_FROM = 6;
const CONTEXT = 2;

/** Values that name an environment rather than describe a resource. */
const IDENTITY = /^ {2}namespace:/;

function Half(props: { line?: { number: number; text: string } }) {
  const { line } = props;
  if (!line) {
    return <span className={styles.gap} aria-hidden />;
  }
  const identity = IDENTITY.test(line.text);
  return (
    <span className={styles.half}>
      <span className={styles.number}>{line.number}</span>
      <span className={identity ? ui.muted : undefined}>{line.text}</span>
    </span>
  );
}

function Pair(props: { pair: LinePair }) {
  const { pair } = props;
  const t = useT();
  const look = pair.reason && REASONS[pair.reason];
  return (
    <div
      className={styles.pair}
      data-type={pair.type}
      data-tone={look?.tone}
      {...(pair.type === 'different' && { 'data-difference': true })}
      tabIndex={-1}
    >
      <Half line={pair.left} />
      <span className={styles.gutter}>
        {look && pair.reason && (
          <Mark
            name={look.mark}
            size={12}
            label={t(`compare.reasons.${pair.reason}`)}
          />
        )}
      </span>
      <Half line={pair.right} />
    </div>
  );
}

/** A stretch of lines; a long equal one shows its ends and folds the rest. */
function Stretch(props: { pairs: LinePair[]; first: boolean; last: boolean }) {
  const { pairs, first, last } = props;
  const t = useT();
  const [open, setOpen] = useState(false);
  const before = first ? 0 : CONTEXT;
  const after = last ? 0 : CONTEXT;
  const folded = pairs.length - before - after;
  const show = (list: LinePair[]) =>
    list.map((pair, index) => <Pair key={index} pair={pair} />);
  if (open || pairs[0].type === 'different' || folded < FOLD_FROM) {
    return <>{show(pairs)}</>;
  }
  return (
    <>
      {show(pairs.slice(0, before))}
      <button
        type="button"
        className={styles.fold}
        onClick={() => setOpen(true)}
      >
        {t('compare.equalLines', { count: folded })}
      </button>
      {show(after > 0 ? pairs.slice(-after) : [])}
    </>
  );
}

/** Whose side it is, and the file that defines it where one is known. */
function Head(props: {
  environment: string;
  here: boolean;
  origin?: OriginRef;
}) {
  const { environment, here, origin } = props;
  const t = useT();
  const [name, ...way] = (origin?.file ?? '').split('/').reverse();
  return (
    <span className={styles.head}>
      <Mark name="file" tone="neutral" />
      {here && origin ? (
        <span className={ui.cut} title={origin.file}>
          <span className={ui.muted}>{way.reverse().join('/')}/</span>
          <b className={ui.strong}>{name}</b>
        </span>
      ) : (
        <span className={ui.muted}>
          {here ? environment : t('compare.notHere', { environment })}
        </span>
      )}
    </span>
  );
}

/** Both sides as YAML, line by line. Secrets arrive redacted. */
export function YamlPair(props: {
  resource: ComparedResource;
  comparison: Comparison;
}) {
  const { resource, comparison } = props;
  const { left, right } = resource.yaml;
  const groups = useMemo(
    () => groupPairs(pairLines(left ?? '', right ?? '', resource.fields)),
    [left, right, resource.fields],
  );
  return (
    <div className={styles.yaml}>
      <div className={styles.heads}>
        <Head
          environment={comparison.from}
          here={left !== undefined}
          origin={resource.fields.find(f => f.left.origin)?.left.origin}
        />
        <Head
          environment={comparison.to}
          here={right !== undefined}
          origin={resource.fields.find(f => f.right.origin)?.right.origin}
        />
      </div>
      {groups.map((pairs, index) => (
        <Stretch
          key={index}
          pairs={pairs}
          first={index === 0}
          last={index === groups.length - 1}
        />
      ))}
    </div>
  );
}
