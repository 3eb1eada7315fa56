/**
 * Whether a text fits a pattern as a whole. `*` is any text, also none, and,
 * with `one`, `?` is any one character. Takes time in proportion to the
 * lengths multiplied, whatever the pattern; a regular expression of several
 * `.*` may take years.
 */
export function fitsWildcard(pattern: string, text: string, one = false) {
  let at = 0;
  // The last `*`, and where the text after it was tried.
  let star = -1;
  let tried = 0;
  for (let index = 0; index < text.length; ) {
    const wanted = pattern[at];
    if (wanted === '*') {
      star = at++;
      tried = index;
    } else if (wanted === text[index] || (one && wanted === '?')) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++tried;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
