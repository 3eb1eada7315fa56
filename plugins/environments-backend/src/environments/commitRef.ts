import { CommitRef } from '@stagecraft/plugin-environments-common';
import { CommitInfo } from '../repository';

const HOTFIX_LINE = /\nHotfix:[ \t]*(\S.*)?$/im;
const INCIDENT = /\b[A-Z][A-Z0-9]+-\d+\b/;

/** An emergency change says so in its subject or in a `Hotfix:` line (engine-spec section 5). */
function hotfixOf(message: string): CommitRef['hotfix'] {
  const subject = message.split('\n', 1)[0];
  const line = HOTFIX_LINE.exec(message);
  if (!line && !/^hotfix/i.test(subject)) return undefined;
  const incident = line?.[1]?.trim() || INCIDENT.exec(subject)?.[0];
  return incident ? { incident } : {};
}

/** A commit as people name it. */
export function commitRef(commit: CommitInfo): CommitRef {
  return {
    id: commit.id,
    shortId: commit.id.slice(0, 7),
    subject: commit.message.split('\n', 1)[0],
    author: commit.author,
    time: commit.time,
    hotfix: hotfixOf(commit.message),
  };
}
