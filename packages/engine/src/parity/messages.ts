import { HistoryCommit } from './types';

/** What the message of a commit says of promotions, reverts and hotfixes. */
export interface CommitNotes {
  /** Ids, or beginnings of ids, on `Promoted-From:` lines. */
  readonly promotedFrom: readonly string[];
  /** Ids on `This reverts commit` lines. */
  readonly reverts: readonly string[];
  readonly hotfix: boolean;
  readonly incident?: string;
}

const PROMOTED = /^[ \t]*Promoted-From:[ \t]*([0-9a-f]{7,40})[ \t]*$/gim;
const REVERTS = /^[ \t]*This reverts commit ([0-9a-f]{7,40})\b/gim;
const HOTFIX = /^[ \t]*Hotfix:[ \t]*(\S.*?)[ \t]*$/im;
const INCIDENT = /^[ \t]*Incident:[ \t]*(\S.*?)[ \t]*$/im;
const TICKET = /\b[A-Z][A-Z0-9]{1,9}-\d+\b/;

function all(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(match => match[1].toLowerCase());
}

/** First line of a message. */
export function subjectOf(message: string): string {
  return message.trimStart().split(/\r?\n/, 1)[0].trimEnd();
}

/** Reads a message line by line; squash merges put trailers anywhere. */
export function readMessage({ message }: HistoryCommit): CommitNotes {
  const text = message.replace(/\r\n/g, '\n');
  const subject = subjectOf(text);
  const body = text.trimStart().slice(subject.length);
  const trailer = HOTFIX.exec(body)?.[1];
  const hotfix = /^hotfix/i.test(subject) || trailer !== undefined;
  const incident =
    trailer ?? INCIDENT.exec(body)?.[1] ?? TICKET.exec(subject)?.[0];
  return {
    promotedFrom: all(PROMOTED, text),
    reverts: all(REVERTS, text),
    hotfix,
    ...(hotfix && incident !== undefined && { incident }),
  };
}
