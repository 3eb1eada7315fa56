import { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Nothing to show: what it is, why, and what to do. */
export function EmptyState(props: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      {props.icon}
      <b>{props.title}</b>
      {props.children && <div>{props.children}</div>}
      {props.action}
    </div>
  );
}
