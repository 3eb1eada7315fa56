import { Button } from '@backstage/ui';
import { RiPlayLine } from '@remixicon/react';
import { PromotionPlan } from '@stagecraft/plugin-environments-common';
import { T, useT } from '../../hooks';
import { Tone, ui } from '../../styles';
import { clockTime, useNow } from '../../time';
import { Mark, MarkName } from '../parts';
import styles from './PromoteDialog.module.css';
import { Promotion } from './usePromotion';

interface Sentence {
  mark: MarkName;
  tone: Tone;
  text: string;
  /** What else has to happen before a merge. */
  more?: string;
  /** Why no request can be made now. */
  stops?: boolean;
}

function sentence(
  t: T,
  plan: PromotionPlan,
  promotion: Promotion,
  now: number,
  denied: boolean,
): Sentence {
  if (denied) {
    const text = t('promote.foot.noPermission');
    return { mark: 'lock', tone: 'neutral', text, stops: true };
  }
  const { dryRunResult } = promotion;
  const waiting = plan.gates.results
    .filter(gate => gate.verdict === 'pending')
    .map(gate => gate.title.toLocaleLowerCase('en'));
  const gates = new Intl.ListFormat('en-GB').format(waiting);
  const refused = plan.files.find(file => file.refused);
  if (plan.toDecide > 0) {
    const text = t('promote.foot.decide', { count: plan.toDecide });
    const more =
      waiting.length > 0 ? t('promote.foot.alsoWaits', { gates }) : undefined;
    return { mark: 'fork', tone: 'negative', text, more, stops: true };
  }
  if (refused) {
    const text = t('promote.foot.refused', { file: refused.path });
    return { mark: 'cross', tone: 'negative', text, stops: true };
  }
  if (dryRunResult) {
    const { files, at } = dryRunResult;
    const sum = (pick: (file: (typeof files)[number]) => number) =>
      String(files.reduce((total, file) => total + pick(file), 0));
    const text = t('promote.foot.dryRun', {
      time: clockTime(new Date(at).toISOString(), now),
      files: t('promote.foot.files', { count: files.length }),
      added: sum(file => file.added),
      removed: sum(file => file.removed),
    });
    return { mark: 'pass', tone: 'positive', text };
  }
  const failing = plan.gates.results.find(gate => gate.verdict === 'fail');
  if (failing) {
    const gate = `${failing.title}, ${failing.evidence[0]}`;
    const text = t('promote.foot.blocked', { gate });
    return { mark: 'cross', tone: 'negative', text };
  }
  if (waiting.length > 0) {
    const text = t('promote.foot.waits', { gates });
    return { mark: 'clock', tone: 'neutral', text };
  }
  return { mark: 'pass', tone: 'positive', text: t('promote.foot.ready') };
}

/** One sentence that says where it stands, and the next step. */
export function Foot(props: {
  plan: PromotionPlan;
  promotion: Promotion;
  /** The caller may look at the plan and not ask for it. */
  denied: boolean;
  /** The focus comes back here from the question whether to leave. */
  focusCancel?: boolean;
  onCancel(): void;
}) {
  const { plan, promotion } = props;
  const t = useT();
  const now = useNow();
  const { mark, tone, text, more, stops } = sentence(
    t,
    plan,
    promotion,
    now,
    props.denied,
  );
  const planning = promotion.state.status === 'planning';
  const off = stops || promotion.busy || planning;
  return (
    <footer className={styles.foot}>
      <p className={styles.sentence} aria-live="polite">
        <Mark name={mark} tone={tone} />
        {planning ? (
          t('promote.foot.planning')
        ) : (
          <span>
            {stops ? <b className={ui.strong}>{text}</b> : text}{' '}
            {more && <span className={ui.muted}>{more}</span>}
          </span>
        )}
      </p>
      <Button
        size="small"
        variant="tertiary"
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={props.focusCancel}
        onPress={props.onCancel}
      >
        {t('promote.buttons.cancel')}
      </Button>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiPlayLine />}
        isDisabled={off}
        onPress={promotion.dryRun}
      >
        {t('promote.buttons.dryRun')}
      </Button>
      <Button
        size="small"
        variant="primary"
        isDisabled={off}
        onPress={promotion.create}
      >
        {plan.openRequest === undefined
          ? t('promote.buttons.create')
          : t('promote.buttons.update', { id: String(plan.openRequest) })}
      </Button>
      {promotion.state.status === 'ready' && promotion.state.error && (
        <p className={ui.toned} data-tone="negative" role="alert">
          {promotion.state.error.message}
        </p>
      )}
    </footer>
  );
}
