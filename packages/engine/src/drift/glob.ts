import { fitsWildcard } from '../fields';

/** A glob with `*` and `?`, which fits the whole text in any case. */
export function globTest(glob: string): (text: string) => boolean {
  const pattern = glob.toLowerCase();
  return text => fitsWildcard(pattern, text.toLowerCase(), true);
}
