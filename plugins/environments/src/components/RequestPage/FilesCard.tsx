import { FileDiff } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { DiffView } from '../parts';
import styles from './RequestPage.module.css';

/** What the merge writes, file by file. */
export function FilesCard(props: { files: FileDiff[] }) {
  const t = useT();
  const files = props.files.filter(file => file.status !== 'unchanged');
  return (
    <section className={ui.card} aria-labelledby="request-files">
      <div className={styles.cardHead}>
        <h2 id="request-files" className={ui.heading}>
          {t('request.files.title')}
        </h2>
        <span className={ui.muted}>
          {t('request.files.count', { count: files.length })}
        </span>
      </div>
      <div className={styles.files}>
        {files.map(file => (
          <DiffView key={file.path} file={file} />
        ))}
      </div>
    </section>
  );
}
