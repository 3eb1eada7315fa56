import { GateFacts } from './types';

/** Why a person's word does not count for a request, or undefined when it does. */
export function disqualified(
  person: string,
  request: GateFacts['request'],
): 'author' | 'pusher' | 'bot' | undefined {
  if (person === request?.author) return 'author';
  if (request?.pushers?.includes(person)) return 'pusher';
  return person.endsWith('[bot]') ? 'bot' : undefined;
}
