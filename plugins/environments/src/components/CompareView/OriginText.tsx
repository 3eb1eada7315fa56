import { OriginRef } from '@stagecraft/plugin-environments-common';
import { ui } from '../../styles';
import { AppLink } from '../parts';

/** Where a value stands: `redis-cache.yaml:11@9c1e4a2`, linked where the forge has the file. */
export function OriginText(props: { origin: OriginRef; whole?: boolean }) {
  const { origin, whole } = props;
  const file = whole ? origin.file : origin.file.split('/').at(-1);
  const commit = origin.commit && !whole ? `@${origin.commit.slice(0, 7)}` : '';
  const text = `${file}:${origin.line}${commit}`;
  return origin.url ? (
    <AppLink href={origin.url} title={origin.file}>
      {text}
    </AppLink>
  ) : (
    <span className={whole ? undefined : ui.muted} title={origin.file}>
      {text}
    </span>
  );
}
