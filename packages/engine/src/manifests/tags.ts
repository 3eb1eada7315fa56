import { ManifestError } from '../errors';
import { Json } from '../fields';
import { resolvePlain } from './scalars';

function decodeBase64(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/\s/g, '')), char =>
      char.charCodeAt(0),
    );
    return new TextDecoder().decode(bytes);
  } catch {
    throw new ManifestError('invalid-yaml', '!!binary holds no valid base64');
  }
}

function fits(tag: string, value: Json | undefined): boolean {
  switch (tag) {
    case '!!bool':
      return typeof value === 'boolean';
    case '!!null':
      return value === null;
    case '!!int':
      return typeof value === 'bigint' || Number.isInteger(value);
    default:
      return typeof value === 'number' || typeof value === 'bigint';
  }
}

/**
 * The value of a scalar with a tag. go-yaml converts for the tags below and
 * leaves the text as it is for any other.
 */
export function resolveTagged(written: string, text: string): Json {
  const tag = written.replace(/^!<tag:yaml\.org,2002:(.*)>$/, '!!$1');
  switch (tag) {
    case '!!bool':
    case '!!int':
    case '!!float':
    case '!!null': {
      const value = resolvePlain(text);
      if (value !== undefined && fits(tag, value)) return value;
      throw new ManifestError('invalid-yaml', `"${text}" is no ${tag}`);
    }
    case '!!binary':
      return decodeBase64(text);
    default:
      return text;
  }
}
