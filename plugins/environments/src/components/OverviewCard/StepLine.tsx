import { ButtonLink } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import { PipelineStep } from '@stagecraft/plugin-environments-common';
import { useLinks, useT } from '../../hooks';
import { ui } from '../../styles';
import { Mark } from '../parts';
import { arrowView } from '../PromotionArrow';
import styles from './OverviewCard.module.css';

/** The way between two lines; the button only where it is the next step. */
export function StepLine(props: {
  step: PipelineStep;
  next: boolean;
  entityRef: string;
}) {
  const t = useT();
  const links = useLinks();
  const { step, next, entityRef } = props;
  const { tone, headline, reason } = arrowView(t, step);
  const { from, to } = step;
  // "Nothing waits" and gates that all pass are no news in so small a place.
  const news = reason && reason.mark !== 'check' && reason.mark !== 'bolt';
  return (
    <div className={styles.step} data-tone={tone}>
      <span className={styles.way}>
        <span>{headline}</span>
        {news && reason.mark && (
          <span className={styles.reason} data-tone={reason.tone}>
            <Mark name={reason.mark} tone={reason.tone} />
            {reason.text}
          </span>
        )}
      </span>
      {next && (
        <ButtonLink
          size="small"
          variant="primary"
          className={ui.tight}
          iconEnd={<RiArrowRightLine />}
          href={links.tab(entityRef, { promote: { from, to } })}
          aria-label={t('overview.promoteWay', { from, to })}
        >
          {t('overview.promote')}
        </ButtonLink>
      )}
    </div>
  );
}
