import { Button, ButtonLink } from '@backstage/ui';
import { EnvironmentNote } from '@stagecraft/plugin-environments-common';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { clockTime, useNow } from '../../time';
import { AppLink, MarkName, NoteInCard } from '../parts';
import styles from './EnvironmentCard.module.css';

const MARKS: Record<EnvironmentNote['code'], MarkName> = {
  'cluster-unreachable': 'eyeOff',
  'cluster-denied': 'lock',
  'file-unreadable': 'file',
  'not-applied': 'layers',
  'repository-unreachable': 'eyeOff',
  layout: 'layers',
};

function OriginText(props: { note: EnvironmentNote }) {
  const { origin } = props.note;
  if (!origin) {
    return null;
  }
  const name = `${origin.file.split('/').at(-1)}:${origin.line}`;
  return origin.url ? (
    <>
      <AppLink look="underlined" href={origin.url} title={origin.file}>
        {name}
      </AppLink>
      :{' '}
    </>
  ) : (
    <span title={origin.file}>{name}: </span>
  );
}

function NoteActions(props: { note: EnvironmentNote; onRetry(): void }) {
  const t = useT();
  const { note, onRetry } = props;
  if (
    note.code === 'cluster-unreachable' ||
    note.code === 'repository-unreachable'
  ) {
    return (
      <Button
        variant="secondary"
        size="small"
        className={`${ui.tight} ${styles.onNote}`}
        onPress={onRetry}
      >
        {t('environments.notes.tryNow')}
      </Button>
    );
  }
  if (note.origin?.url) {
    return (
      <ButtonLink
        variant="secondary"
        size="small"
        className={`${ui.tight} ${styles.onNote}`}
        href={note.origin.url}
      >
        {t('environments.notes.showLine')}
      </ButtonLink>
    );
  }
  return null;
}

/** Texts of parsers come without a full stop; ours follows on them. */
function sentences(...texts: Array<string | undefined>): string {
  return texts
    .filter((text): text is string => Boolean(text))
    .map(text => (/[.!?]$/.test(text) ? text : `${text}.`))
    .join(' ');
}

/** What the reader must know of an environment; the rest of its card works on. */
export function CardNotes(props: {
  notes: EnvironmentNote[];
  onRetry(): void;
}) {
  const t = useT();
  const now = useNow();
  const titleOf = ({ title, since }: EnvironmentNote) =>
    since
      ? t('environments.notes.since', { title, time: clockTime(since, now) })
      : title;
  return (
    <div className={styles.notes}>
      {props.notes.map(note => (
        <NoteInCard
          key={`${note.code} ${note.title} ${note.origin?.file ?? ''}`}
          tone={note.tone}
          mark={MARKS[note.code]}
          title={titleOf(note)}
          actions={<NoteActions note={note} onRetry={props.onRetry} />}
        >
          <OriginText note={note} />
          {sentences(note.detail, note.fix)}
        </NoteInCard>
      ))}
    </div>
  );
}
