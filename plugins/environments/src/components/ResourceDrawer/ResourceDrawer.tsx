import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { useResource, useT } from '../../hooks';
import { FailedState, FieldPathText, ValuePair } from '../parts';

export interface ResourceDrawerProps {
  service: string;
  environment: string;
  /** `Kind/name`. */
  resource: string;
  /** Tab as in the address; the drawer chooses when absent. */
  tab?: string;
  onTab(tab: string): void;
  /** Shows another resource of the same environment. */
  onResource(resource: string): void;
  onClose(): void;
}

/** One resource of an environment. */
export function ResourceDrawer(props: ResourceDrawerProps) {
  const t = useT();
  const { service, environment, resource } = props;
  const detail = useResource(service, environment, resource);
  return (
    <Dialog isOpen onOpenChange={open => !open && props.onClose()}>
      <DialogHeader>
        {t('drawer.title')} {resource}
      </DialogHeader>
      <DialogBody>
        {detail.status === 'error' && <FailedState error={detail.error} />}
        {detail.status === 'loaded' &&
          detail.data.drift.fields.map(field => (
            <div key={field.path}>
              <FieldPathText path={field.path} />{' '}
              <ValuePair git={field.git} live={field.live} />
            </div>
          ))}
      </DialogBody>
    </Dialog>
  );
}
