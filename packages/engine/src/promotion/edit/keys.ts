import { Scalar } from 'yaml';
import { readYaml } from '../../manifests';
import { isObject } from '../../fields';
import { EditError } from '../errors';

/** Words that are no plain strings for some reader of YAML 1.1. */
const RESERVED = /^(y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
const PLAIN_WORD = /^[A-Za-z_/][\w./-]*$/;

/** True for text that every YAML reader takes for this very string. */
export function isPlainWord(text: string): boolean {
  return PLAIN_WORD.test(text) && !RESERVED.test(text);
}

/** The key that a key node becomes in JSON: `on` is "true" for go-yaml. */
export function keyText(node: Scalar, raw: string): string {
  if (node.type !== Scalar.PLAIN) return String(node.value);
  if (isPlainWord(raw)) return raw;
  const read = readYaml(`${raw}: 0\n`);
  const [key] = isObject(read) ? Object.keys(read) : [];
  if (key === undefined) {
    throw new EditError('unusual-yaml', `the key ${raw} cannot be read alone`);
  }
  return key;
}
