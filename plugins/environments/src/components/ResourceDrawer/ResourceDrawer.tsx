import { Dialog } from '@backstage/ui';
import { useEffect } from 'react';
import { useResource, useT } from '../../hooks';
import { FailedState, PageGround } from '../parts';
import { DrawerHead } from './DrawerHead';
import { DrawerTabs } from './DrawerTabs';
import { Facts } from './Facts';
import { DrawerSkeleton } from './DrawerSkeleton';
import styles from './ResourceDrawer.module.css';

/** @public */
export interface ResourceDrawerProps {
  service: string;
  environment: string;
  /** `Kind/name` */
  resource: string;
  tab?: string;
  onTab(tab: string): void;
  onResource(resource: string): void;
  onClose(): void;
}

/** Brackets go to the resource before and after. */
function useNeighbourKeys(
  neighbours: { previous?: string; next?: string } | undefined,
  onResource: (resource: string) => void,
) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.target as HTMLElement).closest('input, textarea')) {
        return;
      }
      const next =
        (event.key === '[' && neighbours?.previous) ||
        (event.key === ']' && neighbours?.next);
      if (next) {
        onResource(next);
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [neighbours, onResource]);
}

/** One resource of one environment: how it is, what differs, what it is made of. */
export function ResourceDrawer(props: ResourceDrawerProps) {
  const { service, environment, resource, onClose, onResource } = props;
  const t = useT();
  const reading = useResource(service, environment, resource);
  const detail = reading.status === 'loaded' ? reading.data : undefined;
  useNeighbourKeys(detail?.neighbours, onResource);

  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      className={styles.drawer}
      width={800}
      height="100vh"
    >
      <PageGround>
        <div className={styles.frame}>
          <DrawerHead
            service={service}
            environment={environment}
            resource={resource}
            detail={detail}
            onResource={onResource}
            onClose={onClose}
          />
          <div className={styles.body}>
            {reading.status === 'loading' && (
              <DrawerSkeleton label={t('drawer.loading', { resource })} />
            )}
            {reading.status === 'error' && (
              <FailedState error={reading.error} retry={reading.refresh} />
            )}
            {detail && (
              <>
                <Facts detail={detail} />
                <DrawerTabs
                  detail={detail}
                  tab={props.tab}
                  onTab={props.onTab}
                />
              </>
            )}
          </div>
        </div>
      </PageGround>
    </Dialog>
  );
}
