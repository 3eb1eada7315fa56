import { TextAreaField, TextField } from '@backstage/ui';
import { PromotionPlan } from '@stagecraft/plugin-environments-common';
import { useState } from 'react';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { countGates, GateList, RichText } from '../parts';
import styles from './PromoteDialog.module.css';
import { Promotion } from './usePromotion';

/** Gates with their evidence, and the text of the request. */
export function RequestColumn(props: {
  plan: PromotionPlan;
  promotion: Promotion;
}) {
  const { plan, promotion } = props;
  const { title, description } = promotion.text;
  const t = useT();
  const [editing, setEditing] = useState(false);
  return (
    <>
      <section aria-label={t('promote.gates.title')}>
        <div className={styles.columnHead}>
          <h3 className={`${ui.heading} ${ui.grow}`}>
            {t('promote.gates.title')}
          </h3>
          <span className={ui.muted}>
            {t('promote.gates.passing', {
              passing: String(countGates(plan.gates).pass),
              total: String(plan.gates.results.length),
            })}
          </span>
        </div>
        <div className={styles.panel}>
          <GateList panel gates={plan.gates} asGiven={plan.toDecide > 0} />
        </div>
      </section>
      <section aria-label={t('promote.request.title')}>
        <div className={styles.columnHead}>
          <h3 className={`${ui.heading} ${ui.grow}`}>
            {t('promote.request.title')}
          </h3>
          {!editing && (
            <button
              type="button"
              className={`${ui.bare} ${styles.edit}`}
              onClick={() => setEditing(true)}
            >
              {t('promote.request.edit')}
            </button>
          )}
        </div>
        {plan.openRequest !== undefined && (
          <p className={ui.muted}>
            {t('promote.request.updates', { id: String(plan.openRequest) })}
          </p>
        )}
        {editing ? (
          <div className={styles.editor}>
            <TextField
              size="small"
              label={t('promote.request.titleLabel')}
              value={title}
              onChange={value => promotion.setText({ title: value })}
            />
            <TextAreaField
              size="small"
              rows={8}
              label={t('promote.request.descriptionLabel')}
              value={description}
              onChange={value => promotion.setText({ description: value })}
            />
          </div>
        ) : (
          <>
            <div className={ui.muted}>{t('promote.request.titleLabel')}</div>
            <div className={styles.requestTitle}>{title}</div>
            <div className={ui.muted}>
              {t('promote.request.descriptionLabel')}
            </div>
            <div className={styles.text}>
              <RichText text={description} />
              <pre className={styles.trailers}>
                {plan.text.trailers.join('\n')}
              </pre>
            </div>
          </>
        )}
      </section>
    </>
  );
}
