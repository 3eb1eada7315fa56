import { gvkOf, isObject } from '../fields';
import { TextDocument } from './edit/documents';
import { resourceName } from './mergeDocument';

/** The same resource in the three versions of a file. */
export interface DocumentPair {
  readonly base?: TextDocument;
  readonly source?: TextDocument;
  readonly target?: TextDocument;
}

/** group/Kind/name of each document, told apart where one comes twice. */
function identities(documents: readonly TextDocument[]): string[] {
  const seen = new Map<string, number>();
  return documents.map(({ value }) => {
    const group = isObject(value) ? gvkOf(value).group : '';
    const name = `${group}/${resourceName(value)}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : `${name}#${count}`;
  });
}

/**
 * Pairs documents by group, kind and name; a single document pairs with a
 * single one whatever they are. In the order of the source, then of the target.
 */
export function pairDocuments(
  base: readonly TextDocument[],
  source: readonly TextDocument[],
  target: readonly TextDocument[],
): DocumentPair[] {
  const ofSource = identities(source);
  let ofBase = identities(base);
  let ofTarget = identities(target);
  if (base.length === 1 && source.length === 1) ofBase = ofSource;
  if (target.length === 1 && source.length === 1) ofTarget = ofSource;
  if (target.length === 1 && base.length === 1 && source.length === 0) {
    ofTarget = ofBase;
  }
  const at = (documents: readonly TextDocument[], ids: readonly string[]) =>
    new Map(ids.map((id, index) => [id, documents[index]]));
  const bases = at(base, ofBase);
  const sources = at(source, ofSource);
  const targets = at(target, ofTarget);
  const all = new Set([...ofSource, ...ofTarget, ...ofBase]);
  return [...all].map(id => ({
    base: bases.get(id),
    source: sources.get(id),
    target: targets.get(id),
  }));
}
