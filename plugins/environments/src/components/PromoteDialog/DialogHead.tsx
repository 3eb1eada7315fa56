import { ButtonIcon } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { PromotionPlan } from '@stagecraft/plugin-environments-common';
import { Heading } from 'react-aria-components';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { useNow } from '../../time';
import { timeText } from '../parts';
import styles from './PromoteDialog.module.css';

function useWay(plan: PromotionPlan | undefined): string {
  const t = useT();
  const now = useNow();
  if (!plan) {
    return '';
  }
  const way = t('promote.head.way', {
    from: plan.from,
    to: plan.to,
    source: plan.sourceCommit.shortId,
    target: plan.targetCommit?.shortId ?? '',
  });
  const base = plan.base
    ? t(
        plan.base.by === 'trailer'
          ? 'promote.head.base'
          : 'promote.head.agreed',
        {
          time: timeText(t, plan.base.commit.time, now, {
            dates: true,
            ago: true,
          }),
          commit: plan.base.commit.shortId,
        },
      )
    : t('promote.head.noBase');
  return `${way} ${base}`;
}

/** What is promoted, between which commits, on which base. */
export function DialogHead(props: {
  service: string;
  from: string;
  to: string;
  plan?: PromotionPlan;
  onClose(): void;
}) {
  const { service, from, to } = props;
  const t = useT();
  return (
    <header className={styles.head}>
      <div className={ui.grow}>
        <Heading slot="title" level={2} className={styles.title}>
          {t('promote.title', { service, from, to })}
        </Heading>
        <p className={ui.muted}>{useWay(props.plan)}</p>
      </div>
      <ButtonIcon
        size="small"
        variant="tertiary"
        className={styles.close}
        icon={<RiCloseLine />}
        aria-label={t('promote.buttons.close')}
        onPress={props.onClose}
      />
    </header>
  );
}
