import { Link, useSidebarOpenState } from '@backstage/core-components';
import styles from './SidebarLogo.module.css';

export function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();
  return (
    <div className={styles.logo}>
      <Link to="/" underline="none" aria-label="Acme Portal, home">
        <span className={styles.row}>
          <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden>
            <rect
              className={styles.low}
              x="2"
              y="13"
              width="5"
              height="9"
              rx="1"
            />
            <rect
              className={styles.mid}
              x="9.5"
              y="8"
              width="5"
              height="14"
              rx="1"
            />
            <rect
              className={styles.high}
              x="17"
              y="2"
              width="5"
              height="20"
              rx="1"
            />
          </svg>
          {isOpen && <span className={styles.name}>Acme Portal</span>}
        </span>
      </Link>
    </div>
  );
}
