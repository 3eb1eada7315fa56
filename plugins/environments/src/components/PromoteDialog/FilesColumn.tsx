import { PromotionPlan } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { DiffView, Mark, ReasonChip } from '../parts';
import styles from './PromoteDialog.module.css';

/** What will be written, file by file. */
export function FilesColumn(props: { plan: PromotionPlan }) {
  const { plan } = props;
  const t = useT();
  const files = plan.files.filter(
    file => file.hunks.length > 0 || file.refused || file.waitsForDecision,
  );
  return (
    <>
      {files.length === 0 && (
        <p className={ui.muted}>{t('promote.files.none')}</p>
      )}
      {files.map(file => (
        <DiffView
          key={file.path}
          file={file}
          actions={
            file.waitsForDecision && (
              <ReasonChip mark="fork" tone="negative">
                {t('promote.files.waits')}
              </ReasonChip>
            )
          }
        />
      ))}
      {files.length > 0 && (
        <p className={styles.remark}>
          <Mark name="file" tone="neutral" />
          {t('promote.files.verified', { to: plan.to })}
        </p>
      )}
    </>
  );
}
