import { KindMark } from '../parts';
import styles from './PromoteDialog.module.css';

/** `Kind/name` as the mark of the kind and the name. */
export function ResourceName(props: { resource: string }) {
  const [kind, ...name] = props.resource.split('/');
  return (
    <div className={styles.resourceName} title={kind}>
      <KindMark kind={kind} />
      {name.join('/')}
    </div>
  );
}
