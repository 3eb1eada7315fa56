import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import styles from './TabSkeleton.module.css';

/** Shorter waits show nothing: a flash of grey is worse than a blank. */
const PATIENCE_MS = 200;

function Bar(props: { width: number | string; height?: number }) {
  return (
    <Skeleton
      className={styles.bar}
      width={props.width}
      height={props.height ?? 12}
    />
  );
}

function CardShape() {
  return (
    <div className={`${ui.card} ${styles.card}`}>
      <div className={styles.part}>
        <Bar width={88} height={16} />
        <Bar width={150} />
      </div>
      <div className={styles.vitals}>
        {[62, 70, 58].map(width => (
          <div key={width} className={styles.part}>
            <Bar width={width} />
            <Bar width={44} />
          </div>
        ))}
      </div>
      {[110, 94, 124].map(width => (
        <div key={width} className={styles.part}>
          <div className={styles.line}>
            <Bar width={16} height={16} />
            <Bar width={width} />
          </div>
          <div className={styles.values}>
            {[38, 34, 40, 30].map(value => (
              <Bar key={value} width={value} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

/** The shape of the cards while they are read for the first time. */
export function TabSkeleton() {
  const t = useT();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) {
    return null;
  }
  return (
    <div className={styles.skeleton} aria-busy="true">
      <VisuallyHidden>
        <span role="status">{t('environments.loading')}</span>
      </VisuallyHidden>
      <CardShape />
      <div className={styles.hop} />
      <CardShape />
      <div className={styles.hop} />
      <CardShape />
    </div>
  );
}
