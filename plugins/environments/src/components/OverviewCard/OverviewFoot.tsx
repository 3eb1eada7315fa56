import { Button } from '@backstage/ui';
import { ServiceEnvironments } from '@stagecraft/plugin-environments-common';
import { useLinks, useT } from '../../hooks';
import { ui } from '../../styles';
import { useNow } from '../../time';
import { aheadText } from '../EnvironmentCard';
import { AppLink, Mark, TimeAgo } from '../parts';
import styles from './OverviewCard.module.css';
import { OverviewLine, readOnes } from './overviewLines';

function Sentence(props: {
  answer: ServiceEnvironments;
  lines: OverviewLine[];
}) {
  const t = useT();
  const now = useNow();
  const { answer, lines } = props;
  const read = readOnes(answer.environments);
  const debt = read.flatMap(env => env.aheadBy).at(0);
  if (read.some(env => env.freshness.state !== 'live')) {
    return (
      <span className={`${styles.sentence} ${ui.muted}`}>
        <Mark name="eyeOff" tone="neutral" />
        {t('overview.silent')}
      </span>
    );
  }
  if (debt) {
    const ahead = aheadText(t, debt, now);
    const { incident } = debt;
    return (
      <span className={styles.sentence} data-tone="warning">
        <Mark name="bolt" tone="warning" />
        {incident ? t('overview.debt', { ahead, incident }) : ahead}
      </span>
    );
  }
  if (lines.length < answer.environments.length) {
    return (
      <span className={`${styles.sentence} ${ui.muted}`}>
        {t('overview.byStage', {
          n: String(answer.environments.length),
          shown: String(lines.length),
        })}
      </span>
    );
  }
  const drifted = read.some(env => env.drift.status !== 'none');
  const requested = read.some(env => env.requests.length > 0);
  return (
    <span className={`${styles.sentence} ${ui.muted}`}>
      {!requested && t(drifted ? 'overview.noRequests' : 'overview.quiet')}
    </span>
  );
}

/** Debt or a quiet sentence, and the open requests. */
export function OverviewFoot(props: {
  answer: ServiceEnvironments;
  lines: OverviewLine[];
  onRetry(): void;
}) {
  const t = useT();
  const links = useLinks();
  const { answer, lines, onRetry } = props;
  const read = readOnes(answer.environments);
  const ids = new Set(read.flatMap(env => env.requests.map(r => r.id)));
  const silent = read.some(env => env.freshness.state !== 'live');
  const at = read.map(env => env.freshness.at ?? '').sort()[0];
  return (
    <div className={styles.foot}>
      <Sentence answer={answer} lines={lines} />
      {silent && (
        <Button
          size="small"
          variant="tertiary"
          className={styles.retry}
          onPress={onRetry}
        >
          {t('overview.retry')}
        </Button>
      )}
      {!silent && ids.size > 0 && (
        <AppLink href={links.requests()}>
          {t('overview.requests', { count: ids.size })}
        </AppLink>
      )}
      {!silent && ids.size === 0 && at && (
        <span className={ui.muted}>
          <TimeAgo at={at} ago />
        </span>
      )}
    </div>
  );
}
