import { HistoryEntry } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { Tone, ui } from '../../styles';
import { EmptyState, Mark, MarkName, TimeAgo } from '../parts';
import styles from './ResourceDrawer.module.css';

const LOOKS: Record<HistoryEntry['type'], { mark: MarkName; tone: Tone }> = {
  commit: { mark: 'commit', tone: 'neutral' },
  deploy: { mark: 'sync', tone: 'announcement' },
  drift: { mark: 'notEqual', tone: 'warning' },
  action: { mark: 'user', tone: 'neutral' },
};

/** Commits, deploys, drift and actions on one line of time, newest first. */
export function HistoryTab(props: { entries: HistoryEntry[] }) {
  const t = useT();
  if (props.entries.length === 0) {
    return (
      <div className={ui.card}>
        <EmptyState title={t('drawer.history.none')} />
      </div>
    );
  }
  return (
    <ol className={`${ui.card} ${styles.history}`}>
      {props.entries.map((entry, index) => (
        <li key={`${entry.time} ${index}`}>
          <Mark
            name={LOOKS[entry.type].mark}
            tone={LOOKS[entry.type].tone}
            label={t(`drawer.history.types.${entry.type}`)}
          />
          <div className={ui.grow}>
            <b className={ui.strong}>{entry.title}</b>
            {entry.detail && <p className={ui.muted}>{entry.detail}</p>}
          </div>
          {entry.commit && (
            <span className={ui.mono}>{entry.commit.shortId}</span>
          )}
          <span className={ui.muted}>
            <TimeAgo at={entry.time} />
          </span>
        </li>
      ))}
    </ol>
  );
}
