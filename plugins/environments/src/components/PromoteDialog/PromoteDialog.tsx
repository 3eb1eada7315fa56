import { Button, Dialog, Skeleton } from '@backstage/ui';
import { PromotionPlan } from '@stagecraft/plugin-environments-common';
import { useState } from 'react';
import { useServiceEnvironments, useT } from '../../hooks';
import { ui } from '../../styles';
import { EmptyState, FailedState, PageGround } from '../parts';
import { DialogHead } from './DialogHead';
import { FilesColumn } from './FilesColumn';
import { Foot } from './Foot';
import { PlanColumn } from './PlanColumn';
import styles from './PromoteDialog.module.css';
import { RequestColumn } from './RequestColumn';
import { Promotion, usePromotion } from './usePromotion';

/** @public */
export interface PromoteDialogProps {
  service: string;
  from: string;
  to: string;
  entityRef: string;
  onClose(): void;
}

const COLUMNS = ['plan', 'files', 'gates'] as const;
type Column = (typeof COLUMNS)[number];

/** Plan, files and gates side by side; one at a time where it is narrow. */
function Columns(props: { plan: PromotionPlan; promotion: Promotion }) {
  const { plan, promotion } = props;
  const t = useT();
  const [shown, setShown] = useState<Column>('plan');
  const content = {
    plan: <PlanColumn plan={plan} promotion={promotion} />,
    files: <FilesColumn plan={plan} />,
    gates: <RequestColumn plan={plan} promotion={promotion} />,
  };
  return (
    <>
      <nav className={styles.tabs} aria-label={t('promote.columns.label')}>
        {COLUMNS.map(column => (
          <button
            key={column}
            type="button"
            className={styles.tab}
            aria-pressed={shown === column}
            onClick={() => setShown(column)}
          >
            {t(`promote.columns.${column}`)}
          </button>
        ))}
      </nav>
      <div className={styles.columns}>
        {COLUMNS.map(column => (
          <div
            key={column}
            className={styles.column}
            data-column={column}
            data-shown={shown === column}
          >
            {column !== 'gates' && (
              <div className={styles.columnHead}>
                <h3 className={ui.heading}>{t(`promote.columns.${column}`)}</h3>
                {column === 'files' && (
                  <span className={ui.muted}>{t('promote.files.hint')}</span>
                )}
              </div>
            )}
            {content[column]}
          </div>
        ))}
      </div>
    </>
  );
}

/** Asks before decisions are dropped; stands in the dialog, not over it. */
function Discard(props: { onStay(): void; onLeave(): void }) {
  const t = useT();
  return (
    <div className={styles.foot} role="alertdialog" aria-live="assertive">
      <p className={styles.sentence}>{t('promote.discard.title')}</p>
      <Button size="small" variant="secondary" onPress={props.onLeave}>
        {t('promote.discard.leave')}
      </Button>
      <Button
        size="small"
        variant="primary"
        // The question came in the way: its answer is what comes next.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onPress={props.onStay}
      >
        {t('promote.discard.stay')}
      </Button>
    </div>
  );
}

/** Shows a promotion before it is asked for: the plan, its files, its gates. */
export function PromoteDialog(props: PromoteDialogProps) {
  const { service, from, to, onClose } = props;
  const t = useT();
  const promotion = usePromotion({ service, from, to });
  const environments = useServiceEnvironments(service);
  const denied =
    environments.status === 'loaded' &&
    !environments.data.permissions.promote.includes(to);
  const [leaving, setLeaving] = useState(false);
  const [stayed, setStayed] = useState(false);
  const { state } = promotion;
  const plan = 'plan' in state ? state.plan : undefined;
  const close = () =>
    promotion.decisions.length > 0 && !leaving ? setLeaving(true) : onClose();

  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && close()}
      className={styles.dialog}
      width={1328}
      height={836}
    >
      {/* Stands on the ground of the page, so that white cards show on it. */}
      <PageGround>
        <div className={styles.frame}>
          <DialogHead
            service={service}
            from={from}
            to={to}
            plan={plan}
            onClose={close}
          />
          {state.status === 'loading' && (
            <div
              className={styles.loading}
              role="status"
              aria-label={t('promote.loading')}
            >
              {[428, 0, 372].map(width => (
                <div
                  key={width}
                  className={styles.loadingColumn}
                  data-width={width}
                >
                  <Skeleton height={20} width={96} />
                  <Skeleton height={120} />
                  <Skeleton height={64} />
                  <Skeleton height={64} />
                </div>
              ))}
            </div>
          )}
          {state.status === 'error' && (
            <div className={styles.message}>
              <FailedState error={state.error} retry={promotion.retry} />
            </div>
          )}
          {plan?.empty && plan.toDecide === 0 && plan.fields.length === 0 && (
            <div className={styles.message}>
              <EmptyState title={t('promote.nothing')}>
                {t('promote.nothingDetail', { to })}
              </EmptyState>
            </div>
          )}
          {plan && plan.fields.length > 0 && (
            <Columns plan={plan} promotion={promotion} />
          )}
          {leaving && (
            <Discard
              onStay={() => {
                setStayed(true);
                setLeaving(false);
              }}
              onLeave={onClose}
            />
          )}
          {plan && plan.fields.length > 0 && !leaving && (
            <Foot
              plan={plan}
              promotion={promotion}
              denied={denied}
              focusCancel={stayed}
              onCancel={close}
            />
          )}
        </div>
      </PageGround>
    </Dialog>
  );
}
