import { OriginRef } from '@stagecraft/plugin-environments-common';

const SHORT_ID = 7;

/** Where something stands in Git: `file:line @ commit`. */
export function originText(origin: OriginRef): string {
  const place = `${origin.file}:${origin.line}`;
  return origin.commit
    ? `${place} @ ${origin.commit.slice(0, SHORT_ID)}`
    : place;
}
