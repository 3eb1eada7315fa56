import { Skeleton } from '@backstage/ui';
import { Fragment } from 'react';
import styles from './OverviewCard.module.css';

/** The shape of the lines while they are read for the first time. */
export function OverviewSkeleton() {
  return (
    <div aria-busy="true">
      {[72, 64, 80].map((width, index) => (
        <Fragment key={width}>
          {index > 0 && (
            <div className={styles.step}>
              <Skeleton className={styles.bar} width={120} height={12} />
            </div>
          )}
          <div className={styles.line}>
            <Skeleton className={styles.bar} width={18} height={18} />
            <Skeleton className={styles.bar} width={width} height={12} />
            <span className={styles.revision} />
            <Skeleton className={styles.bar} width={96} height={12} />
          </div>
        </Fragment>
      ))}
    </div>
  );
}
