import { ChangeRequestHead } from '@stagecraft/plugin-environments-common';
import { useLinks, useT } from '../../hooks';
import { Tone, ui } from '../../styles';
import { AppLink, Mark, MarkName } from '../parts';
import styles from './EnvironmentCard.module.css';

const PROGRESS: Record<
  ChangeRequestHead['progress'],
  { mark: MarkName; tone: Tone }
> = {
  inReview: { mark: 'user', tone: 'warning' },
  waiting: { mark: 'clock', tone: 'announcement' },
  ready: { mark: 'check', tone: 'announcement' },
  blocked: { mark: 'cross', tone: 'negative' },
  merged: { mark: 'check', tone: 'neutral' },
  closed: { mark: 'cross', tone: 'neutral' },
};

const SHOWN = 3;

/** Requests that would change this environment. */
export function RequestsSection(props: { requests: ChangeRequestHead[] }) {
  const t = useT();
  const links = useLinks();
  const { requests } = props;
  const more = requests.length - SHOWN;
  return (
    <section className={styles.section}>
      <h3>{t('environments.requests.title')}</h3>
      {requests.length === 0 && (
        <div className={ui.muted}>{t('environments.requests.none')}</div>
      )}
      {requests.slice(0, SHOWN).map(request => {
        const { mark, tone } = PROGRESS[request.progress];
        return (
          <div key={request.id} className={styles.request}>
            <Mark name="request" tone="neutral" />
            <AppLink href={links.request(request)}>#{request.id}</AppLink>
            <span className={`${ui.cut} ${ui.grow}`} title={request.title}>
              {request.title}
            </span>
            <span className={styles.flag} data-tone={tone}>
              <Mark name={mark} tone={tone} />
              {t(`parts.progress.${request.progress}`)}
            </span>
          </div>
        );
      })}
      {more > 0 && (
        <AppLink href={links.requests()}>
          {t('environments.requests.more', { n: String(more) })}
        </AppLink>
      )}
    </section>
  );
}
