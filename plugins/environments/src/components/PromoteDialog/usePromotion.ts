import { useApi } from '@backstage/frontend-plugin-api';
import {
  FileDiff,
  PlanDecision,
  PromotionPlan,
} from '@stagecraft/plugin-environments-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { environmentsApiRef } from '../../api';
import { useLinks, useNotify, useT } from '../../hooks';
import { useNavigate } from '../../routing';
import { decide, fieldKey } from './decisions';

/** Where the making of the plan stands. An old plan stays while a new one is made. */
export type PlanState =
  | { status: 'loading' }
  | { status: 'error'; error: Error }
  | { status: 'ready' | 'planning'; plan: PromotionPlan; error?: Error };

export interface DryRun {
  at: number;
  files: FileDiff[];
}

/** Everything the dialog knows and can do. */
export interface Promotion {
  state: PlanState;
  /** Fields that needed a decision at any time. */
  askedFor: ReadonlySet<string>;
  decisions: PlanDecision[];
  text: { title: string; description: string };
  dryRunResult?: DryRun;
  busy: boolean;
  decide(decision: PlanDecision): void;
  setText(text: Partial<{ title: string; description: string }>): void;
  dryRun(): Promise<void>;
  create(): Promise<void>;
  retry(): void;
}

/** Makes the plan of a way, again after each decision, and opens the request. */
export function usePromotion(way: {
  service: string;
  from: string;
  to: string;
}): Promotion {
  const { service, from, to } = way;
  const api = useApi(environmentsApiRef);
  const notify = useNotify();
  const navigate = useNavigate();
  const links = useLinks();
  const t = useT();

  const [decisions, setDecisions] = useState<PlanDecision[]>([]);
  const [state, setState] = useState<PlanState>({ status: 'loading' });
  const [edited, setEdited] = useState<{
    title?: string;
    description?: string;
  }>({});
  const [dryRunResult, setDryRun] = useState<DryRun>();
  const [busy, setBusy] = useState(false);
  const [tick, setTick] = useState(0);
  const askedFor = useRef(new Set<string>());

  useEffect(() => {
    let wanted = true;
    setDryRun(undefined);
    setState(old =>
      'plan' in old ? { status: 'planning', plan: old.plan } : old,
    );
    api.planPromotion(service, { from, to, decisions }).then(
      plan => {
        if (wanted) {
          for (const field of plan.fields) {
            if (field.action === 'decide') {
              askedFor.current.add(fieldKey(field));
            }
          }
          setState({ status: 'ready', plan });
        }
      },
      error => {
        if (wanted) {
          setState(old =>
            'plan' in old
              ? { status: 'ready', plan: old.plan, error }
              : { status: 'error', error },
          );
        }
      },
    );
    return () => {
      wanted = false;
    };
  }, [api, service, from, to, decisions, tick]);

  const plan = 'plan' in state ? state.plan : undefined;
  const send = useCallback(
    (dryRun: boolean) =>
      api.createChangeRequest({
        type: 'promotion',
        service,
        from,
        to,
        decisions,
        dryRun,
        ...edited,
      }),
    [api, service, from, to, decisions, edited],
  );
  const run = async (act: () => Promise<void>) => {
    setBusy(true);
    try {
      await act();
    } catch (error) {
      notify((error as Error).message, 'danger');
    } finally {
      setBusy(false);
    }
  };

  return {
    state,
    askedFor: askedFor.current,
    decisions,
    text: {
      title: edited.title ?? plan?.text.title ?? '',
      description: edited.description ?? plan?.text.body ?? '',
    },
    dryRunResult,
    busy,
    decide: decision => setDecisions(old => decide(old, decision)),
    setText: text => setEdited(old => ({ ...old, ...text })),
    retry: () => setTick(old => old + 1),
    dryRun: () =>
      run(async () => {
        const result = await send(true);
        if (result.outcome === 'dryRun') {
          setDryRun({ at: Date.now(), files: result.preview.files });
        } else if (result.outcome === 'nothingToDo') {
          notify(t('promote.done.nothing', { reason: result.reason }));
        }
      }),
    create: () =>
      run(async () => {
        const result = await send(false);
        if (result.outcome === 'nothingToDo') {
          notify(t('promote.done.nothing', { reason: result.reason }));
        } else if (result.outcome !== 'dryRun') {
          const { request } = result;
          notify(
            t(`promote.done.${result.outcome}`, { id: String(request.id) }),
          );
          navigate(links.request(request));
        }
      }),
  };
}
