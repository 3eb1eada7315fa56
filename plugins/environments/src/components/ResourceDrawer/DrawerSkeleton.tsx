import { Skeleton } from '@backstage/ui';
import { ui } from '../../styles';
import styles from './ResourceDrawer.module.css';

const ROWS = [70, 52, 64, 46];

/** The shape of the facts, the tabs and a table, until they are read. */
export function DrawerSkeleton(props: { label: string }) {
  return (
    <div className={styles.skeleton} role="status" aria-label={props.label}>
      <div className={`${ui.card} ${styles.facts}`}>
        {[0, 1, 2, 3].map(fact => (
          <div key={fact} className={styles.skeletonFact}>
            <Skeleton width="60%" height={14} />
            <Skeleton width="80%" height={12} />
          </div>
        ))}
      </div>
      <Skeleton width="50%" height={20} />
      <div className={`${ui.card} ${styles.skeletonRows}`}>
        {ROWS.map(width => (
          <Skeleton key={width} width={`${width}%`} height={16} />
        ))}
      </div>
    </div>
  );
}
