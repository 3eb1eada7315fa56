import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { isList, isObject, Json, memberKey } from '../fields';
import { DriftItem } from './types';

const HIDDEN = '(hidden)';
// Enough to tell values apart; the salt keeps guesses from being tried.
const SHOWN_DIGITS = 16;

function hide(value: Json, salt: string | undefined): Json {
  if (value === null) return null;
  if (isList(value)) return value.map(item => hide(item, salt));
  if (isObject(value)) {
    return Object.fromEntries(
      Object.keys(value).map(key => [key, hide(value[key], salt)]),
    );
  }
  if (salt === undefined) return HIDDEN;
  const digits = bytesToHex(sha256(`${salt}\u0000${memberKey(value)}`));
  return `sha256:${digits.slice(0, SHOWN_DIGITS)}`;
}

/** Values of a Secret leave the engine only as salted hashes. */
export function hideSecretValues(
  item: DriftItem,
  salt: string | undefined,
): DriftItem {
  const [root] = item.path;
  if (root?.type !== 'key' || root.key !== 'data') return item;
  return {
    ...item,
    desired: item.desired === undefined ? undefined : hide(item.desired, salt),
    live: item.live === undefined ? undefined : hide(item.live, salt),
  };
}
