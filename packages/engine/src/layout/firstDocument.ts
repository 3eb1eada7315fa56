import { Json } from '../fields';
import { readYaml } from '../manifests';

const SEPARATOR = /^(?:---|\.\.\.)(?:\s|$)/;
const WITHOUT_CONTENT = /^\s*(?:#|$)/;

/** The text up to where a second document starts. */
function firstOf(text: string): string {
  const lines = text.split('\n');
  let started = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (SEPARATOR.test(line)) {
      if (started) return lines.slice(0, i).join('\n');
      started = true;
    } else if (!line.startsWith('%') && !WITHOUT_CONTENT.test(line)) {
      started = true;
    }
  }
  return text;
}

/**
 * The value of the first document of a text, which is all that Argo CD reads
 * where it expects one value (sigs.k8s.io/yaml). Throws `ManifestError`.
 */
export function readFirstDocument(text: string): Json {
  return readYaml(firstOf(text));
}
