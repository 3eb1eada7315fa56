import { useApi } from '@backstage/frontend-plugin-api';
import {
  ChangeRequest,
  ReviewRequest,
} from '@stagecraft/plugin-environments-common';
import { useCallback, useState } from 'react';
import { environmentsApiRef } from '../../api';
import { useNotify, useT } from '../../hooks';

/** What a person does with a request. */
export interface RequestActions {
  /** Something is on its way; buttons wait. */
  busy: boolean;
  review(verdict: ReviewRequest['verdict'], comment?: string): Promise<void>;
  merge(): Promise<void>;
  close(): Promise<void>;
}

const REVIEWED = {
  approve: 'request.done.approved',
  requestChanges: 'request.done.changesRequested',
  comment: 'request.done.commented',
} as const;

/** Acts on a request, says the result, and reads the request again. */
export function useRequestActions(
  request: ChangeRequest,
  refresh: () => void,
): RequestActions {
  const api = useApi(environmentsApiRef);
  const notify = useNotify();
  const t = useT();
  const [busy, setBusy] = useState(false);
  const { id, headCommit } = request;

  const run = useCallback(
    async (act: () => Promise<unknown>, done: string) => {
      setBusy(true);
      try {
        await act();
        notify(done);
      } catch (error) {
        notify((error as Error).message, 'danger');
      } finally {
        setBusy(false);
        refresh();
      }
    },
    [notify, refresh],
  );

  return {
    busy,
    review: (verdict, comment) =>
      run(
        () => api.reviewChangeRequest(id, { verdict, comment, headCommit }),
        t(REVIEWED[verdict], { id: String(id) }),
      ),
    merge: () =>
      run(
        () => api.mergeChangeRequest(id, { headCommit }),
        t('request.done.merged', { id: String(id) }),
      ),
    close: () =>
      run(
        () => api.closeChangeRequest(id),
        t('request.done.closed', { id: String(id) }),
      ),
  };
}
