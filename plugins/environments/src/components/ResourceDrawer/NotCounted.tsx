import { DriftField } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { CAUSES } from '../DriftPage/causes';
import { FieldPathText, Mark, ReasonChip } from '../parts';
import styles from './ResourceDrawer.module.css';

/** Differences that are no drift, with what makes them none. */
export function NotCounted(props: { fields: DriftField[] }) {
  const { fields } = props;
  const t = useT();
  return (
    <details className={`${ui.card} ${styles.notCounted}`}>
      <summary>
        <Mark name="right" />
        <b className={ui.strong}>{t('drawer.fields.notCounted')}</b>
        <span className={ui.muted}>
          {t('drawer.fields.count', { count: fields.length })}
        </span>
      </summary>
      <ul>
        {fields.map(field => (
          <li key={field.path}>
            <span className={styles.causeCell}>
              <ReasonChip mark={CAUSES[field.cause].mark} tone="neutral">
                {t(`global.drift.causes.${field.cause}`)}
              </ReasonChip>
            </span>
            <span className={ui.grow}>
              <FieldPathText path={field.path} />
            </span>
            <span className={ui.muted}>
              {field.rule
                ? t('drawer.fields.rule', { rule: field.rule })
                : field.manager}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
