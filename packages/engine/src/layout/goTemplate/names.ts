import { TemplateError } from './errors';
import { toLower } from './text';
import { typeName, Value } from './values';

const MAX_NAME = 253;

/** Argo CD's normalize: what may stand in an object name, and no more. */
export function normalize(name: string): string {
  return toLower(name)
    .replace(/[^-a-z0-9.]/gu, '-')
    .slice(0, MAX_NAME)
    .replace(/^[-.]+|[-.]+$/g, '');
}

/** Cuts at the last dash that leaves no more than the longest length. */
function smartCut(slug: string, length: number): string {
  const dash = slug.lastIndexOf('-', length);
  return slug.slice(0, dash < 0 ? length : dash);
}

/**
 * Argo CD's slugify: optionally the longest length (50) and whether to cut
 * between words (it does), then the text.
 */
export function slugify(args: readonly Value[]): string {
  const [length = 50n, smart = true] = args.slice(0, -1);
  const text = args.length > 0 ? args[args.length - 1] : '';
  if (
    typeof length !== 'bigint' ||
    typeof smart !== 'boolean' ||
    typeof text !== 'string'
  ) {
    throw new TemplateError(
      `slugify takes a length, a boolean and a text, not ${args
        .map(typeName)
        .join(', ')}`,
    );
  }
  const longest = Number(length);
  let slug = normalize(text);
  if (!smart && slug.length >= longest) {
    if (longest < 0) throw new TemplateError('slice bounds out of range');
    slug = slug.slice(0, longest);
  }
  slug = slug
    .replace(/[^a-z0-9-]/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (!smart || longest <= 0 || slug.length <= longest) return slug;
  return smartCut(slug, longest);
}
