import {
  alertApiRef,
  toastApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';

const TIMEOUT_MS = 6_000;

/** Says the result of something the user did. */
export function useNotify() {
  const holder = useApiHolder();
  return useCallback(
    (title: string, status: 'success' | 'danger' = 'success') => {
      const timeout = status === 'success' ? TIMEOUT_MS : undefined;
      const toasts = holder.get(toastApiRef);
      if (toasts) {
        toasts.post({ title, status, timeout });
        return;
      }
      // Apps on the legacy system know alerts only.
      holder.get(alertApiRef)?.post({
        message: title,
        severity: status === 'danger' ? 'error' : 'success',
        display: timeout ? 'transient' : 'permanent',
      });
    },
    [holder],
  );
}
