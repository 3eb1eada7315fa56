import {
  PlanDecision,
  PlanField,
} from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { FieldPathText, Mark, ShownValueText } from '../parts';
import styles from './PromoteDialog.module.css';
import { TakeKeep } from './TakeKeep';

/** A field that is taken or kept, and the switch between the two. */
export function FieldCard(props: {
  field: PlanField;
  from: string;
  onDecide(decision: PlanDecision): void;
}) {
  const { field, from } = props;
  const { resource, path, source, target } = field;
  const t = useT();
  return (
    <div className={styles.field}>
      <div className={ui.grow}>
        {path ? (
          <FieldPathText path={path} />
        ) : (
          <b className={ui.strong}>{t('promote.plan.whole')}</b>
        )}
        <div className={styles.values}>
          {field.action === 'take' ? (
            <>
              <ShownValueText value={target} />
              <Mark name="arrow" size={12} label={t('promote.plan.becomes')} />
              <ShownValueText value={source} />
            </>
          ) : (
            <>
              <ShownValueText value={target} />
              {source.state === 'absent' ? (
                <span className={ui.muted}>
                  {t('promote.plan.notIn', { environment: from })}
                </span>
              ) : (
                <span className={ui.muted}>
                  {t('promote.plan.inSource', { environment: from })}{' '}
                  <ShownValueText value={source} />
                </span>
              )}
            </>
          )}
          {field.pays && (
            <span className={styles.pays} data-tone="neutral">
              <Mark name="bolt" size={12} />
              {t('promote.plan.pays', { incident: field.pays })}
            </span>
          )}
        </div>
      </div>
      <TakeKeep
        field={field}
        onChoose={choose => props.onDecide({ resource, path, choose })}
      />
    </div>
  );
}
