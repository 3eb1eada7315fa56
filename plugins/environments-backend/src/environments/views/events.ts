import { getKey, Json, JsonObject } from '@stagecraft/engine';
import {
  EventRow,
  ResourceDetail,
} from '@stagecraft/plugin-environments-common';
import { EventsRead } from '../../clusters';

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function eventRow(event: JsonObject): EventRow {
  const count =
    getKey(event, 'count') ?? getKey(getKey(event, 'series'), 'count');
  const source = getKey(getKey(event, 'source'), 'component');
  return {
    time:
      text(getKey(event, 'lastTimestamp')) ??
      text(getKey(event, 'eventTime')) ??
      text(getKey(getKey(event, 'metadata'), 'creationTimestamp')),
    type: getKey(event, 'type') === 'Warning' ? 'Warning' : 'Normal',
    reason: text(getKey(event, 'reason')) ?? '',
    message: text(getKey(event, 'message')) ?? '',
    source: text(source) ?? text(getKey(event, 'reportingComponent')),
    count: typeof count === 'number' ? count : 1,
  };
}

/** Events as rows, newest first. */
export function eventRows(read: EventsRead): ResourceDetail['events'] {
  if (read.state === 'unreadable') return read;
  return {
    state: 'read',
    items: read.items
      .map(eventRow)
      .sort((a, b) => ((a.time ?? '') < (b.time ?? '') ? 1 : -1)),
  };
}
