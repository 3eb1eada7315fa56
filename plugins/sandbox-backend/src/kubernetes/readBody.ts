import { IncomingMessage } from 'node:http';
import { JsonValue } from '@backstage/types';
import { load } from 'js-yaml';
import { StatusError } from './status';

/** As etcd: no object is larger. */
const MAX_BODY_BYTES = 3 * 1024 * 1024;

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const buffer = chunk as Buffer;
    size += buffer.length;
    if (size > MAX_BODY_BYTES) {
      throw new StatusError(
        'BadRequest',
        'the body of the request is too large',
      );
    }
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The media type of a request, without its parameters. */
export function contentTypeOf(request: IncomingMessage): string | undefined {
  return request.headers['content-type']?.split(';')[0].trim().toLowerCase();
}

/** Reads a JSON or YAML body; undefined where there is none. */
export async function readBody(
  request: IncomingMessage,
): Promise<JsonValue | undefined> {
  const text = await readText(request);
  if (text.trim() === '') return undefined;
  const type = contentTypeOf(request) ?? 'application/json';
  if (!/json|yaml/.test(type)) {
    throw new StatusError(
      'UnsupportedMediaType',
      `the body of the request was in an unknown format - accepted media types include: application/json, application/yaml`,
    );
  }
  try {
    return (type.includes('yaml') ? load(text) : JSON.parse(text)) as JsonValue;
  } catch (error) {
    throw new StatusError(
      'BadRequest',
      `the body of the request cannot be read: ${error}`,
    );
  }
}
