import { BgProvider, Button } from '@backstage/ui';
import { RiCheckLine } from '@remixicon/react';
import { ChangeRequest } from '@stagecraft/plugin-environments-common';
import { T, useT } from '../../hooks';
import { Tone, ui } from '../../styles';
import { countGates, Mark, MarkName, sortGates } from '../parts';
import styles from './RequestPage.module.css';
import { RequestActions } from './useRequestActions';

interface Standing {
  mark: MarkName;
  tone: Tone;
  title: string;
  detail?: string;
}

/** Where the request stands, in a headline and a sentence. */
function standing(t: T, request: ChangeRequest): Standing {
  if (request.state === 'merged') {
    const commit = request.mergedCommit?.slice(0, 7) ?? '';
    const title = t('request.merge.merged', { commit });
    return { mark: 'pass', tone: 'positive', title };
  }
  if (request.state === 'closed') {
    return { mark: 'cross', tone: 'neutral', title: t('request.merge.closed') };
  }
  const { wait, fail } = countGates(request.gates);
  const first = sortGates(request.gates.results)[0];
  const detail =
    first && `${first.title}: ${first.evidence[0].replace(/\.$/, '')}.`;
  if (fail > 0) {
    const title = t('request.merge.blocked', { count: fail });
    return { mark: 'cross', tone: 'negative', title, detail };
  }
  if (wait > 0) {
    const title = t('request.merge.waits', { count: wait });
    return { mark: 'clock', tone: 'neutral', title, detail };
  }
  return {
    mark: 'pass',
    tone: 'positive',
    title: t('request.merge.ready'),
    detail: t('request.merge.readyDetail', { environment: request.to }),
  };
}

function movedOn(t: T, request: ChangeRequest): string | undefined {
  switch (request.state === 'open' && request.target.state) {
    case 'clean':
      return t('request.merge.moved', { environment: request.to });
    case 'conflict':
      return t('request.merge.conflict', {
        environment: request.to,
        files: (request.target.files ?? []).join(', '),
      });
    default:
      return undefined;
  }
}

function MergeButtons(props: {
  request: ChangeRequest;
  actions: RequestActions;
}) {
  const { actions } = props;
  const { approve, merge } = props.request.may;
  const t = useT();
  return (
    <div className={styles.buttons}>
      {approve.allowed && (
        <>
          <Button
            size="small"
            variant={merge.allowed ? 'secondary' : 'primary'}
            isDisabled={actions.busy}
            iconStart={<RiCheckLine />}
            onPress={() => actions.review('approve')}
          >
            {t('request.merge.approve')}
          </Button>
          <Button
            size="small"
            variant="secondary"
            isDisabled={actions.busy}
            onPress={() => actions.review('requestChanges')}
          >
            {t('request.merge.requestChanges')}
          </Button>
        </>
      )}
      <span className={ui.grow} />
      <Button
        size="small"
        variant={merge.allowed ? 'primary' : 'secondary'}
        isDisabled={actions.busy || !merge.allowed}
        onPress={actions.merge}
      >
        {t('request.merge.merge')}
      </Button>
    </div>
  );
}

/** The next step, and the sentence that says why it is not possible yet. */
export function MergeBox(props: {
  request: ChangeRequest;
  actions: RequestActions;
}) {
  const { request, actions } = props;
  const t = useT();
  const { mark, tone, title, detail } = standing(t, request);
  const { approve, merge } = request.may;
  const moved = movedOn(t, request);
  return (
    <BgProvider bg="neutral-1">
      <section className={`${ui.card} ${styles.merge}`} aria-live="polite">
        <div className={styles.standing}>
          <Mark name={mark} tone={tone} size={20} />
          <div className={ui.grow}>
            <h2 className={ui.heading}>{title}</h2>
            {detail && <p className={ui.muted}>{detail}</p>}
            {moved && (
              <p data-tone="warning" className={ui.toned}>
                {moved}
              </p>
            )}
          </div>
        </div>
        {request.state === 'open' && (
          <>
            <MergeButtons request={request} actions={actions} />
            {!merge.allowed && merge.reason && (
              <p className={ui.muted}>{merge.reason}</p>
            )}
            {!approve.allowed && approve.reason && (
              <p className={ui.muted}>
                {t('request.merge.notApprove', { reason: approve.reason })}
              </p>
            )}
          </>
        )}
      </section>
    </BgProvider>
  );
}
