import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { environmentsApiRef } from '../../api';
import { errorText } from '../../api/errors';
import { useNotify, useT } from '../../hooks';

/** Asks the backend for a new look at once, then reads its answer. */
export function useRefresh(service: string, reload: () => void) {
  const api = useApi(environmentsApiRef);
  const notify = useNotify();
  const t = useT();
  return useCallback(async () => {
    try {
      await api.refresh({ service });
      reload();
    } catch (error) {
      notify(
        t('environments.toolbar.notRefreshed', { error: errorText(error) }),
        'danger',
      );
    }
  }, [api, notify, reload, service, t]);
}
