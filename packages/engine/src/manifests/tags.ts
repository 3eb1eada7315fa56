import { ManifestError } from '../errors';
import { Json } from '../fields';
import { resolveNumber, resolvePlain } from './scalars';

const STANDARD = 'tag:yaml.org,2002:';
const BASE64 =
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const TIMESTAMP =
  /^(\d{4}-\d\d?-\d\d?)(?:[Tt]\d\d?:\d\d?:\d\d?(?:[.,]\d+)?(?:Z|[-+]\d\d:\d\d)| \d\d?:\d\d?:\d\d?(?:[.,]\d+)?)?$/;

function decodeBase64(text: string): string {
  const digits = text.replace(/[\r\n]/g, '');
  if (!BASE64.test(digits)) {
    throw new ManifestError('invalid-yaml', '!!binary holds no valid base64');
  }
  const bytes = Uint8Array.from(atob(digits), char => char.charCodeAt(0));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function isTimestamp(text: string): boolean {
  const date = TIMESTAMP.exec(text)?.[1];
  if (date === undefined) return false;
  const [year, month, day] = date.split('-').map(Number);
  const real = new Date(Date.UTC(year, month - 1, day));
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
}

function fits(tag: string, text: string, value: Json | undefined): boolean {
  switch (tag) {
    case 'bool':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    case 'int':
      return (
        (typeof value === 'number' || typeof value === 'bigint') &&
        !resolveNumber(text)?.float
      );
    case 'timestamp':
      return isTimestamp(text);
    default:
      return typeof value === 'number';
  }
}

/**
 * The value of a scalar with a tag, given in full. go-yaml converts for the
 * tags below and leaves the text as it is for any other.
 */
export function resolveTagged(tag: string, text: string): Json {
  const name = tag.startsWith(STANDARD) ? tag.slice(STANDARD.length) : '';
  switch (name) {
    case 'bool':
    case 'int':
    case 'float':
    case 'null':
    case 'timestamp': {
      const value = resolvePlain(text);
      if (value !== undefined && fits(name, text, value)) {
        return name === 'timestamp' ? text : value;
      }
      throw new ManifestError('invalid-yaml', `"${text}" is no !!${name}`);
    }
    case 'binary':
      return decodeBase64(text);
    default:
      return text;
  }
}
