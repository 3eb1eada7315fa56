import { ButtonLink } from '@backstage/ui';
import { RiArrowRightLine, RiFlashlightLine } from '@remixicon/react';
import { PipelineStep } from '@stagecraft/plugin-environments-common';
import { useLinks, useT, useTabSearch } from '../../hooks';
import { ui } from '../../styles';
import { ownerRef } from '../EnvironmentCard';
import { Mark } from '../parts';
import { ArrowGates } from './ArrowGates';
import { ArrowView, arrowSentence, arrowView } from './arrowView';
import styles from './PromotionArrow.module.css';

function ArrowButton(props: {
  step: PipelineStep;
  button: NonNullable<ArrowView['button']>;
  primary: boolean;
  fileUrl?: string;
}) {
  const links = useLinks();
  const tabSearch = useTabSearch();
  const { step, button, primary, fileUrl } = props;
  const { from, to } = step;
  const hrefs = {
    promote: tabSearch({ promote: { from, to } }),
    prepare: tabSearch({ promote: { from, to } }),
    why: tabSearch({ promote: { from, to } }),
    backport: tabSearch({ promote: { from: to, to: from } }),
    request: button.kind === 'request' ? links.request(button) : '',
    file: fileUrl,
  };
  const href = hrefs[button.kind];
  if (!href) {
    return null;
  }
  return (
    <ButtonLink
      size="small"
      variant={button.kind === 'promote' && primary ? 'primary' : 'secondary'}
      className={styles.button}
      href={href}
      iconStart={button.kind === 'backport' ? <RiFlashlightLine /> : undefined}
      iconEnd={button.kind === 'promote' ? <RiArrowRightLine /> : undefined}
    >
      {button.label}
    </ButtonLink>
  );
}

/** The way from one environment to the next: what waits, why, and the next step. */
export function PromotionArrow(props: {
  step: PipelineStep;
  /** Whether this is the one next step of the view. */
  primary: boolean;
  /** Where a file that cannot be read is shown. */
  fileUrl?: string;
  /** Team to ask where the caller may not promote. */
  owner?: string;
}) {
  const t = useT();
  const links = useLinks();
  const { step, primary, fileUrl, owner } = props;
  const view = arrowView(t, step);
  const { reason, button } = view;
  return (
    <div
      className={styles.arrow}
      data-tone={view.tone}
      role="group"
      aria-label={arrowSentence(t, step)}
    >
      <div className={styles.track} />
      <div className={styles.body}>
        <strong>{view.headline}</strong>
        {reason && (
          <span className={styles.reason} data-tone={reason.tone}>
            {reason.mark && <Mark name={reason.mark} tone={reason.tone} />}
            {reason.text}
          </span>
        )}
        {button && (
          <ArrowButton
            step={step}
            button={button}
            primary={primary}
            fileUrl={fileUrl}
          />
        )}
        {step.state === 'denied' && owner && (
          <ButtonLink
            size="small"
            variant="secondary"
            className={`${ui.tight} ${styles.ask}`}
            href={links.entity(ownerRef(owner))}
          >
            {t('environments.arrow.ask', { owner: owner.split('/').at(-1)! })}
          </ButtonLink>
        )}
      </div>
      <ArrowGates step={step} />
    </div>
  );
}
