/** The name of an environment as a word of its own in a path or a name. */
function wordPattern(name: string): RegExp {
  const quoted = name.replace(/[^\w]/g, '\\$&');
  return new RegExp(`(?<![A-Za-z0-9])${quoted}(?![A-Za-z0-9])`, 'g');
}

/** The text with one environment's name for another's, as whole words. */
export function replaceEnvironment(
  text: string,
  from: string,
  to: string,
): string {
  return text.replace(wordPattern(from), () => to);
}

/**
 * The path that mirrors a file of one environment in another. Undefined if the
 * path does not name the environment.
 */
export function mirrorPath(
  path: string,
  from: string,
  to: string,
): string | undefined {
  const mirrored = replaceEnvironment(path, from, to);
  return mirrored === path ? undefined : mirrored;
}

/** Another file in the same directory, named after the resource. */
export function ownPath(path: string, resource: string): string {
  const directory = path.slice(0, path.lastIndexOf('/') + 1);
  const name = resource.toLowerCase().replace(/[^a-z0-9.]+/g, '-');
  return `${directory}${name}.yaml`;
}
