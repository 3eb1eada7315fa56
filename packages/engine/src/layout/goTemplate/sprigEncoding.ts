import { baseName, cleanPath } from '../tree';
import { TemplateError } from './errors';
import { fixed, Functions, variadic } from './functions';
import { adler32, sha1, sha256, sha512 } from './hashes';
import { readJson, writeJson } from './json';
import { normalize, slugify } from './names';
import { bytesOf, textOfBytes } from './text';
import { Value } from './values';
import { readYamlList, readYamlMap } from './yaml';
import { writeYaml } from './yamlWriter';

function mustFromJson(text: string): Value {
  const read = readJson(text);
  if (!read) throw new TemplateError('invalid JSON');
  return read.value;
}

/** Without its error, what cannot be written is nothing. */
function lenient(write: (value: Value) => string) {
  return fixed(['any'], value => {
    try {
      return write(value);
    } catch (error) {
      if (error instanceof TemplateError) return '';
      throw error;
    }
  });
}

const pretty = (value: Value) =>
  writeJson(value, { indent: '  ', escapeHtml: true });
const raw = (value: Value) => writeJson(value, { escapeHtml: false });

function encode64(text: string): string {
  return btoa(
    Array.from(bytesOf(text), byte => String.fromCharCode(byte)).join(''),
  );
}

/** Where Go's base64 stops reading, for its message. */
function decode64(written: string): string {
  const text = written.replace(/[\r\n]/g, '');
  const wrong = text.search(/[^A-Za-z0-9+/]/);
  const body = wrong < 0 ? text : text.slice(0, wrong);
  const tail = text.slice(body.length);
  const rest = body.length % 4;
  const complete =
    (tail === '' && rest === 0) ||
    (tail === '=' && rest === 3) ||
    (tail === '==' && rest === 2);
  if (!complete) {
    const at = tail === '' ? text.length - rest : body.length;
    return `illegal base64 data at input byte ${at}`;
  }
  const bytes = Uint8Array.from(atob(text), char => char.charCodeAt(0));
  return textOfBytes(bytes);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function encode32(text: string): string {
  let bits = '';
  for (const byte of bytesOf(text)) bits += byte.toString(2).padStart(8, '0');
  let encoded = '';
  for (let i = 0; i < bits.length; i += 5) {
    encoded += ALPHABET[parseInt(bits.slice(i, i + 5).padEnd(5, '0'), 2)];
  }
  return encoded.padEnd(Math.ceil(encoded.length / 8) * 8, '=');
}

function decode32(written: string): string {
  const text = written.replace(/[\r\n]/g, '');
  const body = text.replace(/=+$/, '');
  const wrong = [...body].findIndex(char => !ALPHABET.includes(char));
  const padding = [0, undefined, 6, undefined, 4, 3, undefined, 1];
  if (wrong >= 0 || padding[body.length % 8] !== text.length - body.length) {
    const at = wrong >= 0 ? wrong : body.length;
    return `illegal base32 data at input byte ${at}`;
  }
  let bits = '';
  for (const char of body) {
    bits += ALPHABET.indexOf(char).toString(2).padStart(5, '0');
  }
  const bytes = (bits.match(/.{8}/g) ?? []).map(byte => parseInt(byte, 2));
  return textOfBytes(Uint8Array.from(bytes));
}

/** path.Clean: `..` does not leave the root. */
function clean(path: string): string {
  const absolute = path.startsWith('/');
  const cleaned = cleanPath(path);
  if (!absolute) return cleaned || '.';
  return `/${cleaned.replace(/^(?:\.\.(?:\/|$))+/, '')}`;
}

function base(path: string): string {
  if (path === '') return '.';
  return baseName(path.replace(/\/+$/, '')) || '/';
}

function directory(path: string): string {
  return clean(path.slice(0, path.lastIndexOf('/') + 1));
}

function extension(path: string): string {
  return /\.[^./]*$/.exec(path)?.[0] ?? '';
}

const PATHS: Functions = {
  base: fixed(['string'], base),
  clean: fixed(['string'], clean),
  dir: fixed(['string'], directory),
  ext: fixed(['string'], extension),
  isAbs: fixed(['string'], path => path.startsWith('/')),
};

const mustToJson = fixed(['any'], value => writeJson(value));
const mustToPrettyJson = fixed(['any'], pretty);
const rawJson = fixed(['any'], raw);

/** sprig's functions for encodings, hashes and paths, and Argo CD's own. */
export const ENCODING: Functions = {
  ...PATHS,
  osBase: PATHS.base,
  osClean: PATHS.clean,
  osDir: PATHS.dir,
  osExt: PATHS.ext,
  osIsAbs: PATHS.isAbs,
  adler32sum: fixed(['string'], adler32),
  b32dec: fixed(['string'], decode32),
  b32enc: fixed(['string'], encode32),
  b64dec: fixed(['string'], decode64),
  b64enc: fixed(['string'], encode64),
  fromJson: fixed(['string'], text => readJson(text)?.value ?? null),
  mustFromJson: fixed(['string'], mustFromJson),
  mustToJson,
  mustToPrettyJson,
  mustToRawJson: rawJson,
  sha1sum: fixed(['string'], sha1),
  sha256sum: fixed(['string'], sha256),
  sha512sum: fixed(['string'], sha512),
  toJson: lenient(value => writeJson(value)),
  toPrettyJson: lenient(pretty),
  toRawJson: rawJson,
  fromYaml: fixed(['string'], readYamlMap),
  fromYamlArray: fixed(['string'], readYamlList),
  normalize: fixed(['string'], normalize),
  slugify: variadic([], 'any', slugify),
  toYaml: fixed(['any'], writeYaml),
};
