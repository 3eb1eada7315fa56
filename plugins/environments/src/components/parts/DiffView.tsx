import { VisuallyHidden } from '@backstage/ui';
import { DiffLine, FileDiff } from '@stagecraft/plugin-environments-common';
import { Fragment, ReactNode } from 'react';
import { useT } from '../../hooks/useT';
import { ui } from '../../styles';
import styles from './DiffView.module.css';
import { Mark } from './Mark';

function Line(props: { line: DiffLine }) {
  const t = useT();
  const { line } = props;
  const undecided = line.note === 'undecided';
  const sign = { context: '', added: '+', removed: '−' }[line.type];
  return (
    <div
      className={styles.line}
      data-type={undecided ? 'undecided' : line.type}
      role="row"
    >
      <span role="cell" className={styles.number}>
        {line.before}
      </span>
      <span role="cell" className={styles.number}>
        {line.after}
      </span>
      <span role="cell" className={styles.sign}>
        <span aria-hidden>{sign}</span>
        {line.type !== 'context' && (
          <VisuallyHidden>{t(`parts.diff.${line.type}`)}</VisuallyHidden>
        )}
        {undecided && (
          <VisuallyHidden>{t('parts.diff.undecided')}</VisuallyHidden>
        )}
      </span>
      <span role="cell" className={styles.text}>
        {line.text}
      </span>
      <span role="cell" className={styles.note}>
        {line.note === 'kept' && t('parts.diff.kept')}
        {undecided && t('parts.diff.staysUntilDecided')}
      </span>
    </div>
  );
}

/** The lines of one file's difference, groups of lines divided by a gap. */
export function DiffLines(props: { file: FileDiff }) {
  const t = useT();
  const { file } = props;
  return (
    <div
      className={styles.code}
      role="table"
      // Long lines scroll sideways, which the keyboard must be able to do as well.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={t('parts.diff.region', { file: file.path })}
    >
      {file.hunks.map((hunk, index) => (
        <Fragment key={index}>
          {index > 0 && <div className={styles.gap} aria-hidden />}
          <div role="rowgroup" className={styles.hunk}>
            {hunk.map((line, at) => (
              <Line key={at} line={line} />
            ))}
          </div>
        </Fragment>
      ))}
    </div>
  );
}

/** A path whose way is grey and whose last step is bold; may break after slashes. */
function pathParts(path: string): ReactNode {
  const steps = path.split('/');
  return (
    <>
      <span className={ui.muted}>
        {steps.slice(0, -1).map((step, index) => (
          <Fragment key={index}>
            {step}/<wbr />
          </Fragment>
        ))}
      </span>
      <b className={ui.strong}>{steps.at(-1)}</b>
    </>
  );
}

/** One file's difference with its name, its counts and what was refused. */
export function DiffView(props: { file: FileDiff; actions?: ReactNode }) {
  const t = useT();
  const { file } = props;
  return (
    <section className={styles.file} aria-label={file.path}>
      <header className={styles.head}>
        <Mark name="file" tone="neutral" />
        <span className={`${styles.path} ${ui.grow}`} title={file.path}>
          {pathParts(file.path)}
        </span>
        {(file.status === 'created' || file.status === 'deleted') && (
          <span className={ui.muted}>{t(`parts.diff.${file.status}`)}</span>
        )}
        {file.status !== 'unchanged' && (
          <span className={styles.stat}>
            <VisuallyHidden>
              {t('parts.diff.stat', {
                added: String(file.added),
                removed: String(file.removed),
              })}
            </VisuallyHidden>
            <span aria-hidden data-tone="positive">
              +{file.added}
            </span>
            <span aria-hidden data-tone="negative">
              −{file.removed}
            </span>
          </span>
        )}
        {props.actions}
      </header>
      {file.refused && (
        <p className={styles.refused} data-tone="negative">
          {t('parts.diff.refused', { reason: file.refused })}
        </p>
      )}
      {file.hunks.length > 0 && <DiffLines file={file} />}
    </section>
  );
}
