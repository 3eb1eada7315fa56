import { Event, EVENT_ID, parseEvents, YAMLException } from 'js-yaml';
import { ManifestError } from '../errors';

/** Nesting beyond this is refused: no API accepts it. */
export const MAX_DEPTH = 500;

/** Offset of the content of a node, without its anchor and tag. */
export function startOf(event: Event): number | undefined {
  if (event.type === EVENT_ID.SCALAR) {
    return event.valueStart < 0 ? undefined : event.valueStart;
  }
  if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
    return event.start;
  }
  return event.type === EVENT_ID.ALIAS ? event.anchorStart : undefined;
}

/** An error with the offset at which it was met. */
export class ReadingError extends ManifestError {
  readonly offset: number;

  constructor(code: string, message: string, offset: number) {
    super(code, message);
    this.offset = offset;
  }
}

/** The events of a text. Throws only {@link ReadingError}. */
export function eventsOf(text: string): Event[] {
  try {
    return parseEvents(text, { maxDepth: MAX_DEPTH });
  } catch (error) {
    if (error instanceof YAMLException) {
      const offset = Math.min(error.mark?.position ?? 0, text.length);
      const code = /max(imum)? ?depth|nesting/i.test(error.reason)
        ? 'too-deep'
        : 'invalid-yaml';
      throw new ReadingError(code, error.reason, offset);
    }
    throw new ReadingError('invalid-yaml', String(error), 0);
  }
}
