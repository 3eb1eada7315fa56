import {
  ComparedResource,
  Comparison,
} from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { KindMark, Mark } from '../parts';
import styles from './CompareView.module.css';
import { GroupCounts } from './GroupCounts';

/** A resource with its counts; closes and opens what is below it. */
export function GroupHead(props: {
  resource: ComparedResource;
  comparison: Comparison;
  open: boolean;
  onToggle(): void;
}) {
  const { resource, comparison, open } = props;
  const t = useT();
  const only = {
    both: undefined,
    onlyLeft: comparison.from,
    onlyRight: comparison.to,
  }[resource.presence];
  return (
    <button
      type="button"
      className={styles.groupHead}
      aria-expanded={open}
      onClick={props.onToggle}
    >
      <Mark name="right" />
      <KindMark kind={resource.kind} size={16} />
      <b className={styles.groupName}>{resource.name}</b>
      <span className={ui.muted}>{resource.kind}</span>
      {only && (
        <span className={ui.muted}>
          {t('compare.onlyIn', { environment: only })}
        </span>
      )}
      <span className={ui.grow} />
      <GroupCounts resource={resource} />
    </button>
  );
}
