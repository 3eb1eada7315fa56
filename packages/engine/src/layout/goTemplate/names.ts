import { TemplateError } from './errors';
import { Value } from './values';

const MAX_NAME = 253;

/** Argo CD's normalize: what may stand in an object name, and no more. */
export function normalize(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^-a-z0-9.]/g, '-')
    .slice(0, MAX_NAME)
    .replace(/^[-.]+|[-.]+$/g, '');
}

const WORDS: Readonly<Record<string, string>> = { '&': 'and', '@': 'at' };

function smartCut(slug: string, length: number): string {
  for (let i = length; i >= 0; i--) {
    if (slug[i] === '-') return slug.slice(0, i);
  }
  return slug.slice(0, length);
}

/**
 * Argo CD's slugify: optionally the longest length (50) and whether to cut
 * between words, then the text.
 */
export function slugify(
  args: readonly Value[],
  textOf: (value: Value) => string,
): string {
  const text = args.length > 0 ? textOf(args[args.length - 1]) : '';
  const options = args.slice(0, -1);
  const [length = 50n, smart = false] = options;
  if (typeof length !== 'bigint' || typeof smart !== 'boolean') {
    throw new TemplateError('slugify takes a length, a boolean and a text');
  }
  const slug = text
    .replace(/[&@]/g, char => WORDS[char])
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9-_]/g, '-')
    .replace(/-+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '');
  const longest = Number(length);
  if (longest <= 0 || slug.length <= longest) return slug;
  return smart ? smartCut(slug, longest) : slug.slice(0, longest);
}
