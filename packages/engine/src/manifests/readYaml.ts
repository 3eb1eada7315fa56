import { ManifestError } from '../errors';
import { Json } from '../fields';
import { LineIndex } from './lines';
import { rawDocuments } from './rawDocuments';

/**
 * The value of a text that holds one YAML or JSON document, read as kubectl
 * reads it; null for an empty one. Throws {@link ManifestError} with the
 * place if it cannot be read or holds several documents.
 */
export function readYaml(text: string): Json {
  const [first, second] = rawDocuments('', text);
  if (!first) return null;
  const wrong = [first, second].find(raw => raw?.state === 'unreadable');
  if (wrong?.state === 'unreadable') {
    const position = new LineIndex(text).at(wrong.offset);
    throw new ManifestError(wrong.code, wrong.message, position);
  }
  if (second) {
    throw new ManifestError(
      'several-documents',
      'the text holds more than one document',
      new LineIndex(text).at(second.offset),
    );
  }
  return first.state === 'read' ? first.value : null;
}
