import { getKey, isObject, Json, JsonObject } from '../../fields';
import { compareBytes } from '../tree';

/** Stands for what the kustomization file says already. */
const KEEP = '*';

interface Image {
  readonly name: string;
  readonly newName: string;
  readonly newTag: string;
  readonly digest: string;
}

/** `registry:5000/a/b:tag@sha256:…` in its parts. */
function splitImage(text: string): {
  name: string;
  tag: string;
  digest: string;
} {
  const at = text.indexOf('@');
  const digest = at < 0 ? '' : text.slice(at + 1);
  const rest = at < 0 ? text : text.slice(0, at);
  const colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
  return colon < 0
    ? { name: rest, tag: '', digest }
    : { name: rest.slice(0, colon), tag: rest.slice(colon + 1), digest };
}

/** An image as an Application writes it: `name:tag`, `name=other:tag@digest`. */
function parseImage(text: string): Image | undefined {
  const equals = text.indexOf('=');
  const { name, tag, digest } = splitImage(text.slice(equals + 1));
  if (equals < 0 && name === text) return undefined;
  return equals < 0
    ? { name, newName: '', newTag: tag, digest }
    : { name: text.slice(0, equals), newName: name, newTag: tag, digest };
}

function known(value: Json): Image {
  const text = (key: string) => {
    const found = getKey(value, key);
    return found === undefined || found === null ? '' : String(found);
  };
  return {
    name: text('name'),
    newName: text('newName'),
    newTag: text('newTag'),
    digest: text('digest'),
  };
}

function settled(image: Image, before: Image | undefined): JsonObject {
  const field = (key: 'newName' | 'newTag' | 'digest') => {
    const value = image[key] === KEEP ? before?.[key] ?? '' : image[key];
    return value === '' ? {} : { [key]: value };
  };
  return {
    name: image.name,
    ...field('newName'),
    ...field('newTag'),
    ...field('digest'),
  };
}

/**
 * The `images` of a kustomization after `kustomize edit set image`: an entry
 * of the same name is replaced whole, `*` keeps a part of it, and all are
 * sorted by name. Undefined if one of the texts is no image.
 */
export function withImages(
  images: readonly Json[],
  texts: readonly string[],
): JsonObject[] | undefined {
  const byName = new Map<string, JsonObject>();
  const before = new Map<string, Image>();
  for (const image of images.filter(isObject)) {
    before.set(known(image).name, known(image));
    byName.set(known(image).name, image);
  }
  for (const text of texts) {
    const image = parseImage(text);
    if (!image) return undefined;
    byName.set(image.name, settled(image, before.get(image.name)));
  }
  return [...byName]
    .sort(([a], [b]) => compareBytes(a, b))
    .map(([, image]) => image);
}
