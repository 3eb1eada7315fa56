import { CardResource } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { worstHealth } from '../EnvironmentCard';
import { HealthMark, Mark, MarkName } from '../parts';
import styles from './Grouped.module.css';

const KIND_MARKS: Record<string, MarkName> = {
  Deployment: 'box',
  StatefulSet: 'box',
  Service: 'code',
  ConfigMap: 'sliders',
  Secret: 'key',
};

function kindMark(kind: string): MarkName {
  if (/sql|database|postgres/i.test(kind)) {
    return 'database';
  }
  return KIND_MARKS[kind] ?? 'layers';
}

/** All resources of one kind of an environment: count, what is amiss, worst health. */
export function KindRow(props: {
  kind: string;
  resources: CardResource[];
  stale: boolean;
  expanded: boolean;
  onToggle(): void;
}) {
  const t = useT();
  const { kind, resources, stale, expanded } = props;
  const drifted = resources.reduce((sum, r) => sum + r.drift.fields, 0);
  const merged = resources.filter(r => r.deploy === 'waiting').length;
  const health = stale
    ? 'Unknown'
    : worstHealth(resources.map(r => r.health.status));
  return (
    <button
      type="button"
      className={styles.kind}
      aria-expanded={expanded}
      onClick={props.onToggle}
    >
      <span className={styles.chevron} data-open={expanded || undefined}>
        <Mark name="right" size={16} />
      </span>
      <Mark name={kindMark(kind)} tone="neutral" />
      <span className={ui.grow}>
        {kind === 'Secret' ? t('environments.many.hidden', { kind }) : kind}{' '}
        <b>{resources.length}</b>
      </span>
      {drifted > 0 && (
        <span className={styles.count} data-tone="warning">
          <Mark
            name="notEqual"
            tone="warning"
            label={t('parts.value.mark.drift')}
          />
          {drifted}
        </span>
      )}
      {merged > 0 && (
        <span className={styles.count} data-tone="announcement">
          <Mark
            name="tray"
            tone="announcement"
            label={t('parts.value.mark.merged')}
          />
          {merged}
        </span>
      )}
      {resources.length > 0 && <HealthMark status={health} />}
    </button>
  );
}
