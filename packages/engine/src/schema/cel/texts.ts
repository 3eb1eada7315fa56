import { Environment } from '@marcbachmann/cel-js';

/** CEL counts characters, not UTF-16 units. */
function characterAt(text: string, index: bigint): string {
  const characters = [...text];
  if (index < 0n || index > BigInt(characters.length)) {
    throw new Error(`there is no character ${index}`);
  }
  return characters[Number(index)] ?? '';
}

function replaced(text: string, old: string, next: string, count = -1n) {
  if (count < 0n) return text.split(old).join(next);
  const parts = text.split(old);
  const times = Math.min(Number(count), parts.length - 1);
  const head = parts.slice(0, times + 1).join(next);
  return [head, ...parts.slice(times + 1)].join(old);
}

function found(text: string, pattern: string, limit = -1n): string[] {
  const all = [...text.matchAll(new RegExp(pattern, 'gu'))].map(([m]) => m);
  return limit < 0n ? all : all.slice(0, Number(limit));
}

/** A URL with a scheme or a path, as Go's url.ParseRequestURI takes it. */
function parsed(text: string): URL {
  if (/\s/.test(text)) throw new Error(`${text} is no URL`);
  return text.startsWith('/') ? new URL(text, 'relative://') : new URL(text);
}

function isUrl(text: string): boolean {
  try {
    return parsed(text) instanceof URL;
  } catch {
    return false;
  }
}

/** A URL as a value of CEL. */
class CelUrl {
  readonly url: URL;

  constructor(url: URL) {
    this.url = url;
  }
}

function scheme({ url }: CelUrl): string {
  return url.protocol === 'relative:' ? '' : url.protocol.slice(0, -1);
}

/**
 * Sources: the string extensions of cel-go, and k8s.io/apiserver
 * pkg/cel/library regex.go and urls.go.
 */
export function addTexts(environment: Environment): void {
  environment
    .registerFunction('string.charAt(int): string', characterAt)
    .registerFunction('string.replace(string, string): string', replaced)
    .registerFunction('string.replace(string, string, int): string', replaced)
    .registerFunction(
      'string.find(string): string',
      (text: string, pattern: string) => found(text, pattern)[0] ?? '',
    )
    .registerFunction('string.findAll(string): list', found)
    .registerFunction('string.findAll(string, int): list', found)
    .registerType('URL', CelUrl)
    .registerFunction(
      'url(string): URL',
      (text: string) => new CelUrl(parsed(text)),
    )
    .registerFunction('isURL(string): bool', isUrl)
    .registerFunction('URL.getScheme(): string', scheme)
    .registerFunction('URL.getHost(): string', ({ url }: CelUrl) => url.host)
    .registerFunction('URL.getHostname(): string', ({ url }: CelUrl) =>
      url.hostname.replace(/^\[|\]$/g, ''),
    )
    .registerFunction('URL.getPort(): string', ({ url }: CelUrl) => url.port)
    .registerFunction(
      'URL.getEscapedPath(): string',
      ({ url }: CelUrl) => url.pathname,
    );
}
