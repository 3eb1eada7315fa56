import { CommitRef } from '@stagecraft/plugin-environments-common';
import { ui } from '../../styles';
import { AppLink } from './AppLink';

/** A repository may also be a path on a disk, which no browser opens. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//.test(url);
}

/** A commit's short id, linked where the forge has a page for it. */
export function RevisionLink(props: {
  commit: Pick<CommitRef, 'shortId' | 'id'> & { subject?: string };
  /** Address of the repository on the forge. */
  repositoryUrl?: string;
}) {
  const { commit, repositoryUrl } = props;
  if (!repositoryUrl || !isWebAddress(repositoryUrl)) {
    return (
      <span className={ui.mono} title={commit.subject}>
        {commit.shortId}
      </span>
    );
  }
  const base = repositoryUrl.replace(/\/$/, '').replace(/\.git$/, '');
  return (
    <AppLink
      look="rev"
      href={`${base}/commit/${commit.id}`}
      title={commit.subject}
    >
      {commit.shortId}
    </AppLink>
  );
}
