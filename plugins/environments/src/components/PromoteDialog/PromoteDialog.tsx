import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { environmentsApiRef } from '../../api';
import { useLive, useT } from '../../hooks';
import { DiffView, FailedState } from '../parts';

export interface PromoteDialogProps {
  service: string;
  from: string;
  to: string;
  entityRef: string;
  /** Also called after a request was opened. */
  onClose(): void;
}

/** Plan of a promotion. */
export function PromoteDialog(props: PromoteDialogProps) {
  const t = useT();
  const api = useApi(environmentsApiRef);
  const { service, from, to } = props;
  const plan = useLive(`plan ${service} ${from} ${to}`, () =>
    api.planPromotion(service, { from, to }),
  );
  return (
    <Dialog isOpen onOpenChange={open => !open && props.onClose()}>
      <DialogHeader>{t('promote.title')}</DialogHeader>
      <DialogBody>
        {plan.status === 'error' && <FailedState error={plan.error} />}
        {plan.status === 'loaded' &&
          plan.data.files.map(file => <DiffView key={file.path} file={file} />)}
      </DialogBody>
    </Dialog>
  );
}
